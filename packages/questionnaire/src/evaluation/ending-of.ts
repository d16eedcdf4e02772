/** Which end screen belongs to answers: told by the cells that are kept, so that it can be shown again at any time. */
import { holds } from "../condition/holds.ts";
import { reservedCells } from "../definition/answer-state.ts";
import type { Condition } from "../definition/condition.ts";
import type { Ending, Jump, Page, Questionnaire } from "../definition/questionnaire.ts";
import type { Cells } from "../item/cells.ts";
import { rowsOf, rulesOf } from "../question/question-rules.ts";

/** @param cells of a response
 *  @returns the end screen that a jump led to, or the first whose condition holds; null: the usual thanks */
export function endingOf(questionnaire: Questionnaire, cells: Cells): Ending | null {
  const { endings = [], pages } = questionnaire;
  if (endings.length === 0) return null;
  const seen = withoutWords(questionnaire, cells);
  let jump: Jump | null = null;
  for (const page of pages) {
    if (jump?.to === page.code) jump = null;
    if (jump === null && isShown(page, seen)) jump = page.jumps?.find(({ when }) => holds(when, seen)) ?? null;
  }
  const named = endings.find(({ code }) => code === jump?.ending);
  return named ?? endings.find(({ showIf }) => showIf !== undefined && holds(showIf, seen)) ?? null;
}

function isShown(page: Page, cells: Cells): boolean {
  const shows = (condition: Condition | undefined) => condition === undefined || holds(condition, cells);
  if (!shows(page.showIf)) return false;
  return page.questions.some((question) => {
    const rows = rowsOf(question) ?? [];
    return shows(question.showIf) && (rows.length === 0 || rows.some(({ showIf }) => shows(showIf)));
  });
}

/** Conditions know of a text only that it is there: “NA” that somebody wrote is not a state. */
function withoutWords({ pages, scales }: Questionnaire, cells: Cells): Cells {
  const written = pages
    .flatMap(({ questions }) => questions.flatMap((question) => rulesOf(question).items(question, scales)))
    .filter(({ kind, name }) => kind === "text" && reservedCells.has(cells[name] ?? ""))
    .map(({ name }) => [name, "text"] as const);
  return written.length === 0 ? cells : { ...cells, ...Object.fromEntries(written) };
}
