import type { IndexEstimate } from "@manyi/statistics/index/weighted-index";
import { fixed } from "../../format/number.ts";
import { gradeOfIndex } from "../../key-figures/verdicts.ts";
import { plain } from "../../measure/rating-figures.ts";
import type { AnalysisPlan } from "../../plan/analysis-plan.ts";
import type { AnalysisCell, AnalysisTable, IntervalsChart } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { label, nameColumn, none, numberColumn, row, textColumn } from "../result/cells.ts";
import { baseCell, estimateCell } from "../result/estimate-cell.ts";
import { bilingual } from "../words/bilingual.ts";
import { weightNotes } from "../words/design-words.ts";
import { terms } from "../words/terms.ts";
import type { Weighting } from "./weightings.ts";
import { indexTerms as own, weightingHeading, indexWords as words } from "./words.ts";

/** A weighting and the index it gives; null where an item that counts has too few answers to be shown. */
export interface WeightedIndex {
  readonly weighting: Weighting;
  readonly index: IndexEstimate | null;
}

export function indexTable(context: AnalysisContext, indices: readonly WeightedIndex[]): AnalysisTable {
  const { plan } = context;
  const grades = plan.definition.index?.grades;
  return {
    caption: words.indices,
    n: null,
    columns: [
      nameColumn(own.weighting),
      ...[terms.n, own.index].map(numberColumn),
      ...(grades === undefined ? [] : [textColumn(own.grade)]),
    ],
    rows: indices.map(({ weighting, index }) =>
      row(
        label(weightingHeading(weighting.name)),
        ...(index === null
          ? [none("too-few"), none("too-few")]
          : [baseCell(index.n, plan.minimumGroup), estimateCell(index, "index", plan.minimumGroup)]),
        ...(grades === undefined ? [] : [gradeCell(plan, index)]),
      ),
    ),
    notes: [...(grades === undefined ? [] : [words.gradeNote(bilingual(grades.name))]), ...weightNotes(context)],
  };
}

function gradeCell(plan: AnalysisPlan, index: IndexEstimate | null): AnalysisCell {
  if (index === null) return none("too-few");
  const grade = gradeOfIndex(plan, plain(index));
  if (grade === null) return none("too-few-answers");
  const labels = grade.reaches.flatMap((code) => {
    const band = grade.bands.find((each) => each.code === code);
    return band === undefined ? [] : [bilingual(band.label)];
  });
  if (labels.length === 1) return label(labels[0]);
  return label({ zh: labels.map(({ zh }) => zh).join("或"), en: labels.map(({ en }) => en).join(" or ") });
}

/** How far the index depends on the weights; null where there is none. */
export function indexChart(indices: readonly WeightedIndex[]): IntervalsChart | null {
  const rows = indices.flatMap(({ weighting, index }) =>
    index?.kind === "estimated"
      ? [
          {
            label: weightingHeading(weighting.name),
            n: index.n,
            point: { value: index.value, lower: index.interval.lower, upper: index.interval.upper },
          },
        ]
      : [],
  );
  if (rows.length < 2) return null;
  const values = rows.map(({ point }) => point.value);
  return {
    kind: "intervals",
    title: words.chart(fixed(Math.min(...values), 1), fixed(Math.max(...values), 1)),
    measure: words.indexMeasure,
    format: "index",
    rows,
    reference: null,
  };
}
