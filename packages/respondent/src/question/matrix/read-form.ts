import type { MatrixQuestion } from "@manyi/questionnaire/question/matrix/schema";
import { answerField } from "../../form/field-name.ts";
import { ratingIn } from "../../form/fields.ts";
import type { FormReader } from "../../form/form-reader.ts";

export const readMatrixForm: FormReader<MatrixQuestion> = (question, fields) => {
  const rows: [string, unknown][] = [];
  for (const { code } of question.rows) {
    const rating = ratingIn(fields, answerField(question.code, code));
    if (rating !== undefined) rows.push([code, rating]);
  }
  return rows.length === 0 ? undefined : Object.fromEntries(rows);
};
