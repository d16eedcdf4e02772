import { errorAt } from "../../check/questionnaire-issue.ts";
import type { QuestionAuthoring } from "../type-authoring.ts";
import { isDay } from "./is-day.ts";
import type { DateQuestion } from "./schema.ts";

/** Recalling and picking. */
const decidingSeconds = 8;

export const dateAuthoring: QuestionAuthoring<DateQuestion> = {
  mapTexts: (question) => question,
  seconds: () => decidingSeconds,
  parts: () => [],
  check: ({ earliest, latest }, { at }) => {
    const strange = (["earliest", "latest"] as const).flatMap((bound) => {
      const day = bound === "earliest" ? earliest : latest;
      return day === undefined || isDay(day) ? [] : [errorAt("day-not-in-calendar", [...at, bound], { day })];
    });
    const isCrossed = strange.length === 0 && earliest !== undefined && latest !== undefined && earliest > latest;
    return isCrossed ? [errorAt("days-crossed", [...at, "earliest"], { earliest, latest })] : strange;
  },
};
