/** Predictors of leaving, as the models take them. */
import { codedColumn } from "@manyi/dataset/columns/column";
import type { Term } from "@manyi/statistics/regression/terms";
import type { LocalText } from "@manyi/study/definition/local-text";
import type { AnalysisContext } from "../analysis-context.ts";
import { codeLabels, placesOf } from "../reading/read-codes.ts";
import { indexedValues, labelOf, ratingOf } from "../reading/read-columns.ts";
import { groupsToShow, readGroups } from "../reading/read-groups.ts";
import { type Bilingual, bilingual, listed } from "../words/bilingual.ts";

export interface Predictors {
  readonly terms: readonly Term[];
  /** Of a coefficient. */
  readonly labelOf: (term: string, level: string | null) => LocalText;
  /** Categories of which fewer than two groups may be shown: not in the model. */
  readonly leftOut: readonly LocalText[];
  /** Reference of each category. */
  readonly references: Bilingual;
}

/** Points of a rating that one step of its coefficient stands for. */
const ratingStep = 10;

/** Categories that may not be shown are left out of the model, with their respondents.
 *  @param outcome NaN: takes no part */
export function readPredictors(
  context: AnalysisContext,
  columns: readonly string[],
  outcome: Float64Array,
): Predictors {
  const references: Bilingual[] = [];
  const leftOut: LocalText[] = [];
  const terms = columns.flatMap((column): readonly Term[] => {
    const isCoded = context.plan.dataset.columns.get(column)?.kind === "coded" && ratingOf(context, column) === null;
    if (!isCoded) {
      const [values] = indexedValues(context, [column]).variables;
      const step = ratingOf(context, column) === null ? 1 : ratingStep;
      return [{ kind: "numeric", name: column, values: values.map((value) => value / step) }];
    }
    const groups = readGroups(context, column);
    const { shown } = groupsToShow(groups, outcome);
    if (shown.length < 2) {
      leftOut.push(groups.label);
      return [];
    }
    const levels = shown.map((group) => groups.groups[group].code);
    const codes = placesOf(
      context,
      column,
      levels.map((level) => [level]),
    );
    const name = bilingual(groups.label);
    const [first] = codeLabels(context, column, levels).map(bilingual);
    references.push({ zh: `${name.zh}：${first.zh}`, en: `${name.en}: ${first.en}` });
    return [{ kind: "categorical", name: column, codes, levels }];
  });
  return {
    terms,
    leftOut,
    labelOf: (term, level) => coefficientLabel(context, term, level),
    references: listed(references),
  };
}

function coefficientLabel(context: AnalysisContext, term: string, level: string | null): LocalText {
  const name = bilingual(labelOf(context, term));
  if (level === null) return name;
  const { answers } = codedColumn(context.plan.dataset, term);
  const text = bilingual(answers.find(({ code }) => code === level)?.label ?? { zh: level, en: level });
  return { zh: `${name.zh}：${text.zh}`, en: `${name.en}: ${text.en}` };
}
