import type { Random } from "../../random/xoshiro.ts";
import { randomFromSeed } from "../../random/xoshiro.ts";
import type { ResampleRows } from "./resample-rows.ts";

/** Which rows make up each resample. */
export type Draws =
  /** Each resample has a stream of its own, so that it is the same whoever computes it. An integer in [0, 2⁵³). */
  | { readonly kind: "seeded"; readonly seed: number }
  /** Resample after resample, `rowsPerResample` places (from 0) among the rows in use. */
  | { readonly kind: "given"; readonly rows: Int32Array; readonly rowsPerResample: number };

/** Counts how often each distinct row is in a resample. */
export interface Drawer {
  readonly rowsPerResample: number;
  /** Overwritten by the next resample. Resamples asked for in ascending order are found soonest. */
  readonly timesIn: (resample: number) => Uint32Array;
}

/** @throws RangeError if the seed is none, or given rows do not fit the resamples or the rows in use */
export function drawerOf(draws: Draws, rows: ResampleRows, resamples: number): Drawer {
  const times = new Uint32Array(rows.multiplicities.length);
  if (draws.kind === "given") {
    requireGiven(draws.rows, draws.rowsPerResample, rows.n, resamples);
    return { rowsPerResample: draws.rowsPerResample, timesIn: (resample) => countGiven(draws, rows, times, resample) };
  }
  const streams = streamsFrom(draws.seed);
  const timesIn = (resample: number) => {
    const random = streams(resample);
    times.fill(0);
    for (let draw = 0; draw < rows.n; draw++) times[rows.distinctOf[random.nextBelow(rows.n)]] += 1;
    return times;
  };
  return { rowsPerResample: rows.n, timesIn };
}

/** Stream r is r jumps from the seed. */
function streamsFrom(seed: number): (resample: number) => Random {
  const first = randomFromSeed(seed);
  let stream = first;
  let place = 0;
  return (resample) => {
    if (resample < place) {
      stream = first;
      place = 0;
    }
    for (; place < resample; place++) stream = stream.jumped();
    const drawn = stream;
    // Drawing moves a stream on; the next one is a jump from where this one began.
    stream = stream.jumped();
    place += 1;
    return drawn;
  };
}

function countGiven(
  draws: Extract<Draws, { readonly kind: "given" }>,
  { distinctOf }: ResampleRows,
  times: Uint32Array,
  resample: number,
): Uint32Array {
  const { rowsPerResample } = draws;
  times.fill(0);
  for (let draw = 0; draw < rowsPerResample; draw++) {
    times[distinctOf[draws.rows[resample * rowsPerResample + draw]]] += 1;
  }
  return times;
}

function requireGiven(given: Int32Array, rowsPerResample: number, n: number, resamples: number): void {
  if (!(Number.isInteger(rowsPerResample) && rowsPerResample > 1)) throw new RangeError(`${rowsPerResample} rows`);
  if (given.length !== resamples * rowsPerResample) {
    throw new RangeError(`${resamples} resamples of ${rowsPerResample} rows need as many places, not ${given.length}`);
  }
  for (const row of given) if (!(row >= 0 && row < n)) throw new RangeError(`there is no row ${row} among ${n}`);
}
