import { randomFromSeed } from "../../random/xoshiro.ts";

/**
 * Folds of cross-validation: every row is left out once, with the others of its fold. Sizes differ by one at most.
 * @returns the fold of each row, 0 … folds − 1, in random order
 * @throws RangeError unless 2 ≤ folds ≤ rows, both integers
 */
export function randomFolds(rows: number, folds: number, seed: number): Int32Array {
  if (!(Number.isInteger(rows) && Number.isInteger(folds) && folds >= 2 && folds <= rows)) {
    throw new RangeError(`${rows} rows cannot be put into ${folds} folds`);
  }
  const random = randomFromSeed(seed);
  const fold = Int32Array.from({ length: rows }, (_, row) => row % folds);
  for (let last = rows - 1; last > 0; last--) {
    const other = random.nextBelow(last + 1);
    [fold[last], fold[other]] = [fold[other], fold[last]];
  }
  return fold;
}

/** Every row is a fold of its own. @throws RangeError below two rows */
export function leaveOneOutFolds(rows: number): Int32Array {
  if (!(Number.isInteger(rows) && rows >= 2)) throw new RangeError(`${rows} rows cannot be left out one by one`);
  return Int32Array.from({ length: rows }, (_, row) => row);
}
