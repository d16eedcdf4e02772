import { errorAt } from "../../check/questionnaire-issue.ts";
import { unknownScale } from "../known-scale.ts";
import { conditionalShare, type QuestionAuthoring } from "../type-authoring.ts";
import type { MatrixQuestion } from "./schema.ts";

/** Of a row, once its words are read. */
const decidingSeconds = 2.5;

export const matrixAuthoring: QuestionAuthoring<MatrixQuestion> = {
  mapTexts: (question, change) => ({
    ...question,
    rows: question.rows.map((row, i) => ({ ...row, text: change(row.text, "needed", ["rows", i, "text"]) })),
  }),
  seconds: ({ rows }, reading) =>
    rows.reduce(
      (sum, { showIf, text }) =>
        sum + (showIf === undefined ? 1 : conditionalShare) * (reading(text) + decidingSeconds),
      0,
    ),
  parts: ({ rows }) => [{ list: "rows", codes: rows.map(({ code }) => code), isAnswer: false }],
  check: ({ scale, rows }, place) => [
    ...unknownScale(scale, place),
    ...(rows.length === 0 ? [errorAt("rows-too-few", [...place.at, "rows"], { least: 1 })] : []),
  ],
};
