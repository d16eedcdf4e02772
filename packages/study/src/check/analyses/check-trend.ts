import type { FamilyCheck } from "./family-check.ts";
import { checkCodesNamed, neededParts } from "./needed-parts.ts";

/** Something that is followed, and waves to follow it over. */
export const checkTrend: FamilyCheck<"trend"> = (study, { questions, over, times = {} }, placeOf) => {
  const waves = over ?? study.waves?.column;
  return [
    ...neededParts(placeOf(), {
      questions: questions !== undefined || study.measures?.overall !== undefined || study.measures?.nps !== undefined,
      over: waves !== undefined,
    }),
    ...(waves === undefined ? [] : checkCodesNamed(study, waves, times, (code) => placeOf("times", code))),
  ];
};
