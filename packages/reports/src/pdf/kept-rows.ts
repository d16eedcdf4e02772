import type { Row } from "../document/table.ts";

/** Rows that stay together at a table's beginning and end, so that none stands alone on a page. */
const atEnds = 3;

/** Which rows of a table stay on one page: the first and the last few, and each row with the details that belong to it.
 *  @returns for each row how many rows it begins and keeps together; 0 for those that an earlier row keeps */
export function keptRows(kinds: readonly Row["kind"][]): readonly number[] {
  const last = kinds.length - 1;
  const continues = kinds.map(
    (kind, index) => index > 0 && (kind === "detail" || index < atEnds || index > last - atEnds + 1),
  );
  return continues.map((continued, index) => {
    if (continued) return 0;
    const next = continues.findIndex((each, other) => other > index && !each);
    return (next < 0 ? kinds.length : next) - index;
  });
}
