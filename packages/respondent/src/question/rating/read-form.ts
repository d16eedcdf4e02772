import type { RatingQuestion } from "@manyi/questionnaire/question/rating/schema";
import { answerField } from "../../form/field-name.ts";
import { ratingIn } from "../../form/fields.ts";
import type { FormReader } from "../../form/form-reader.ts";

export const readRatingForm: FormReader<RatingQuestion> = ({ code }, fields) => ratingIn(fields, answerField(code));
