/** Measures several times and takes the middle, which one slow run does not move.
 *  @param runs at least 1
 *  @param measure one run, numbered from 0
 *  @returns the median; of an even number of runs the mean of the middle two
 *  @throws RangeError if there are no runs */
export async function medianOf(runs: number, measure: (run: number) => Promise<number> | number): Promise<number> {
  if (!Number.isInteger(runs) || runs < 1) throw new RangeError(`runs must be a whole number from 1, not ${runs}`);
  const values: number[] = [];
  for (let run = 0; run < runs; run++) values.push(await measure(run));
  values.sort((a, b) => a - b);
  const middle = values.slice(Math.ceil(runs / 2) - 1, Math.floor(runs / 2) + 1);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}
