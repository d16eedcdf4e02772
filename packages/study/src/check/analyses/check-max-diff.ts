import { type Issue, issue } from "../../issue/issue.ts";
import { nearestName } from "../../issue/nearest-name.ts";
import { checkCodes } from "./check-codes.ts";
import type { FamilyCheck } from "./family-check.ts";

/** What each screen showed is known, of items of the list, whose codes are answers of the columns. */
export const checkMaxDiff: FamilyCheck<"max-diff"> = (study, { items, tasks, versions }, placeOf) => {
  const codes = items.map(({ code }) => code);
  const twice = codes.findIndex((code, i) => codes.indexOf(code) < i);
  const unlisted = (shown: readonly string[], ...path: (string | number)[]): readonly Issue[] =>
    shown.flatMap((code, i) => {
      const { where, at } = placeOf(...path, i);
      if (codes.includes(code)) return [];
      return [issue("value-not-listed", where, { at, allowed: codes, nearest: nearestName(code, codes) })];
    });
  const twicePlace = placeOf("items", Math.max(0, twice), "code");
  return [
    ...(twice >= 0 ? [issue("entry-twice", twicePlace.where, { at: twicePlace.at })] : []),
    ...tasks.flatMap(({ shown, best, worst }, i) => {
      const { where, at } = placeOf("tasks", i);
      return [
        ...(shown === undefined && versions === undefined
          ? [issue("analysis-part-missing", where, { at, needs: "shown" })]
          : []),
        ...(shown !== undefined && versions !== undefined
          ? [
              issue("analysis-parts-exclusive", where, {
                at: placeOf("tasks", i, "shown").at,
                other: placeOf("versions").at,
              }),
            ]
          : []),
        ...unlisted(shown ?? [], "tasks", i, "shown"),
        ...(versions === undefined ? [best, worst] : []).flatMap((column) =>
          checkCodes(study, column, shown ?? [], placeOf("tasks", i, "shown")),
        ),
      ];
    }),
    ...(versions?.designs ?? []).flatMap(({ shown }, v) => {
      const place = placeOf("versions", "designs", v, "shown");
      const isShort = shown.length < tasks.length;
      return [
        ...(isShort ? [issue("too-few-entries", place.where, { at: place.at, limit: tasks.length })] : []),
        ...(shown.length > tasks.length
          ? [issue("too-many-entries", place.where, { at: place.at, limit: tasks.length })]
          : []),
        ...shown.flatMap((screen, s) => unlisted(screen, "versions", "designs", v, "shown", s)),
      ];
    }),
    ...(versions === undefined
      ? []
      : checkCodes(
          study,
          versions.column,
          versions.designs.map(({ code }) => code),
          placeOf("versions", "designs"),
        )),
  ];
};
