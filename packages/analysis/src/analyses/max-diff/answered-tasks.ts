/** The screens that respondents answered, as the estimators take them. */
import { codedColumn } from "@manyi/dataset/columns/column";
import { columns } from "@manyi/dataset/query/columns";
import type { BestWorstAnswers, BestWorstTask } from "@manyi/statistics/max-diff/best-worst-task";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { AnalysisContext } from "../analysis-context.ts";

export interface AnsweredTasks {
  readonly answers: BestWorstAnswers;
  /** Screens answered with one item as both, or with one that was not shown. */
  readonly contradictory: number;
  /** Who answered a screen, and counts. */
  readonly respondents: number;
  /** Of them, who saw each item. */
  readonly sawItem: readonly number[];
}

export function answeredTasks(context: AnalysisContext, analysis: AnalysisOf<"max-diff">): AnsweredTasks {
  const { plan, filter, weight } = context;
  const codes = analysis.items.map(({ code }) => code);
  const choices = analysis.tasks.flatMap(({ best, worst }) => [best, worst]);
  const itemOf = (column: string) => ({
    column,
    values: codedColumn(plan.dataset, column).answers.map(({ code }) => placeOf(codes, code)),
  });
  const read = columns(plan.dataset, choices.map(itemOf), filter, weight);
  const screens = screensOf(context, analysis, codes);
  const tasks: BestWorstTask[] = [];
  let contradictory = 0;
  for (let respondent = 0; respondent < read.rows; respondent++) {
    if (read.weights?.[respondent] === 0) continue;
    analysis.tasks.forEach((_, t) => {
      const [best, worst] = [read.variables[2 * t][respondent], read.variables[2 * t + 1][respondent]];
      const items = screens(respondent, t);
      if (items === null || Number.isNaN(best) || Number.isNaN(worst)) return;
      if (best === worst || !items.includes(best) || !items.includes(worst)) contradictory += 1;
      else tasks.push({ respondent, items, best, worst });
    });
  }
  return {
    answers: { items: codes, tasks, weights: read.weights },
    contradictory,
    respondents: new Set(tasks.map(({ respondent }) => respondent)).size,
    sawItem: peopleByItem(tasks, codes.length),
  };
}

function peopleByItem(tasks: readonly BestWorstTask[], items: number): readonly number[] {
  const people = Array.from({ length: items }, () => 0);
  // Tasks stand respondent by respondent.
  const last = new Int32Array(items).fill(-1);
  for (const { respondent, items: shown } of tasks) {
    for (const item of shown) {
      if (last[item] === respondent) continue;
      last[item] = respondent;
      people[item] += 1;
    }
  }
  return people;
}

/** What a respondent saw on a screen; null where the version is not known. */
function screensOf(
  { plan, filter }: AnalysisContext,
  { tasks, versions }: AnalysisOf<"max-diff">,
  codes: readonly string[],
): (respondent: number, task: number) => readonly number[] | null {
  const places = (shown: readonly string[]) => shown.map((code) => codes.indexOf(code));
  if (versions === undefined) {
    const same = tasks.map(({ shown }) => places(shown ?? []));
    return (_, task) => same[task];
  }
  const designs = versions.designs.map(({ shown }) => shown.map(places));
  const versionCodes = versions.designs.map(({ code }) => code);
  const { answers } = codedColumn(plan.dataset, versions.column);
  const values = answers.map(({ code }) => placeOf(versionCodes, code));
  const [version] = columns(plan.dataset, [{ column: versions.column, values }], filter, null).variables;
  return (respondent, task) => (Number.isNaN(version[respondent]) ? null : designs[version[respondent]][task]);
}

/** NaN where the code is none of them. */
function placeOf(codes: readonly string[], code: string): number {
  const place = codes.indexOf(code);
  return place === -1 ? Number.NaN : place;
}
