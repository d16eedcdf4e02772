import type { ReportContext } from "./report-context.ts";

/** Whether the indicators are a plain list: each dimension is one item itself, so that dimensions repeat the items. */
export function isFlat({ shown }: ReportContext): boolean {
  return shown.dimensions.every(({ items }) => items.length === 1);
}
