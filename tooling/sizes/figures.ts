import type { FileSize } from "./measure.ts";

/** The sizes of a repository in a few words, with the targets they are held against.
 *  @param cycles import cycles found
 *  @returns lines to print */
export function describeSizes(files: readonly FileSize[], cycles: number): string[] {
  const sources = files.filter(({ isTest }) => !isTest);
  const lines = sources.map((file) => file.lines);
  const functions = sources.flatMap((file) => file.functions.map((each) => each.lines));
  const testLines = sum(files.filter(({ isTest }) => isTest).map((file) => file.lines));
  const testShare = Math.round((100 * testLines) / Math.max(1, testLines + sum(lines)));
  const fileFigures = `median ${quantile(lines, 0.5)}, p90 ${quantile(lines, 0.9)}, max ${quantile(lines, 1)} lines`;
  const functionFigures = `p90 ${quantile(functions, 0.9)}, max ${quantile(functions, 1)}`;
  return [
    `source files ${sources.length}: ${fileFigures}; functions: ${functionFigures}; test share ${testShare} %; import cycles ${cycles}`,
    "targets: files median ≤ 90, p90 ≤ 250 lines; functions p90 ≤ 40; import cycles 0",
  ];
}

/** The smallest value that at least this share of all values does not exceed; 0 of none, for a figure that is only printed. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
