/** One measured number, printed as one line of JSON. */
export interface Figure {
  readonly bench: string;
  /** What was measured, with its size. */
  readonly case: string;
  /** The median of the runs. */
  readonly value: number;
  readonly unit: string;
  readonly better: "higher" | "lower";
  /** What it is compared with; measured in the same run, or named with its source. */
  readonly baseline?: { readonly name: string; readonly value: number };
  /** `value` over the baseline's. */
  readonly ratio?: number;
  readonly runs: number;
}

/** What a `NAME.bench.ts` exports as default: all its figures at once, or one after the other. */
export type Bench = () => Promise<readonly Figure[]> | AsyncIterable<Figure>;
