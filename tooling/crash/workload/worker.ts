/** Somebody at work, with a ledger of what the product acknowledged to them. */
export interface Worker {
  readonly name: string;
  /** Does one thing and writes down what the product said. `open`: nobody said that it was done. */
  step(): Promise<"acknowledged" | "open">;
  /** Compares the ledger with what is there. Called when nobody works.
   *  @returns what does not agree, a line each */
  check(): Promise<readonly string[]>;
  /** How many things were acknowledged. */
  acknowledged(): number;
}

/** The product said that its disk is full: nothing was done, and nobody promised anything. */
export const DISK_FULL = 507;
