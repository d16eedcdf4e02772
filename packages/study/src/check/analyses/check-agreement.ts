import { type Issue, issue } from "../../issue/issue.ts";
import { codesOfColumn, columnOfStudy } from "./column-of-study.ts";
import type { FamilyCheck } from "./family-check.ts";

/** Near misses have a size only where the answers have an order; and raters who choose from other answers cannot agree. */
export const checkAgreement: FamilyCheck<"agreement"> = (study, { raters, measure = "unweighted" }, placeOf) =>
  raters.flatMap((name, i): readonly Issue[] => {
    const { where, at } = placeOf("raters", i);
    const column = columnOfStudy(study, name);
    const first = columnOfStudy(study, raters[0] ?? name);
    if (column === null || first === null) return [];
    const expected = measure === "unweighted" ? first.type : "rating";
    if (column.type !== expected)
      return [issue("column-kind-wrong", where, { column: name, at, expected, found: column.type })];
    const [codes, wanted] = [codesOfColumn(study, name), codesOfColumn(study, first.name)];
    const differ = codes !== null && wanted !== null && codes.join("\n") !== wanted.join("\n");
    return differ ? [issue("analysis-answers-differ", where, { column: name, at, other: first.name })] : [];
  });
