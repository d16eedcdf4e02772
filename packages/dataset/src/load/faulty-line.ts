/** What can be wrong with a single line of a file: that line can be left out, and the rest is sound. */
import type { CellFault } from "@manyi/study/coding/fault-log";

export type LineFault = CellFault | "row-length" | "key-twice" | "text-not-kept" | "key-known-already";

/** Hears of every faulty cell of every line, in no particular order.
 *  @param column its name; empty where the whole line is meant */
export type FaultyLineWatch = (line: number, column: string, fault: LineFault) => void;
