import { type Issue, issue } from "../../issue/issue.ts";
import type { AnalysisPlace } from "./analysis-place.ts";

/** Items that stand in more than one list where each may stand in one: their second places. */
export function repeatedItems(
  lists: readonly { readonly items: readonly string[]; readonly path: readonly (string | number)[] }[],
  placeOf: (...path: (string | number)[]) => AnalysisPlace,
): readonly Issue[] {
  const seen = new Set<string>();
  return lists.flatMap(({ items, path }) =>
    items.flatMap((item, i) => {
      const { where, at } = placeOf(...path, i);
      if (seen.has(item)) return [issue("entry-twice", where, { at })];
      seen.add(item);
      return [];
    }),
  );
}
