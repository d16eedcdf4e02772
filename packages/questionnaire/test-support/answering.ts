import type { Questionnaire } from "../src/definition/questionnaire.ts";
import { evaluate } from "../src/evaluation/evaluate.ts";

/** What is kept of the answers, and what is wrong with them: `[question, problem]`, with the row where there is one. */
export function answering(questionnaire: Questionnaire, answers: Readonly<Record<string, unknown>>) {
  const { cells, faults } = evaluate(questionnaire, answers);
  return {
    cells: { ...cells },
    faults: faults.map(({ question, row, problem }) => [row === null ? question : `${question}.${row}`, problem]),
  };
}
