import type { StatementQuestion } from "@manyi/questionnaire/question/statement/schema";
import type { FormReader } from "../../form/form-reader.ts";

export const readStatementForm: FormReader<StatementQuestion> = () => undefined;
