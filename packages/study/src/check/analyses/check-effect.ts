import { issue } from "../../issue/issue.ts";
import { checkCodes } from "./check-codes.ts";
import type { FamilyCheck } from "./family-check.ts";
import { neededParts } from "./needed-parts.ts";

/** Something that was to change, waves before and after, and for a comparison with others who had the measure. */
export const checkEffect: FamilyCheck<"effect"> = (study, { kind, question, time, treated }, placeOf) => {
  const waves = time.column ?? study.waves?.column;
  const both = time.after.filter((code) => time.before.includes(code));
  const after = placeOf("time", "after");
  return [
    ...neededParts(placeOf(), {
      question: question !== undefined || study.measures?.overall !== undefined,
      treated: treated !== undefined || kind !== "difference-in-differences",
    }),
    ...neededParts(placeOf("time"), { column: waves !== undefined }),
    ...(waves === undefined
      ? []
      : [
          ...checkCodes(study, waves, time.before, placeOf("time", "before")),
          ...checkCodes(study, waves, time.after, after),
        ]),
    ...(both.length > 0
      ? [issue("analysis-parts-exclusive", after.where, { at: after.at, other: placeOf("time", "before").at })]
      : []),
    ...(treated === undefined ? [] : checkCodes(study, treated.column, treated.codes, placeOf("treated", "codes"))),
  ];
};
