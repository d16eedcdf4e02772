/** What rises and falls together? */
import { type CorrelationTable, correlationValues, pairAt } from "@manyi/statistics/correlation/correlation-table";
import { completeRows } from "@manyi/statistics/moments/moments";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { LocalText } from "@manyi/study/definition/local-text";
import { fixed } from "../../format/number.ts";
import type { AnalysisPart, AnalysisTable, IntervalsChart } from "../../results/analyses.ts";
import type { AnalysisContext, FamilyAnswer } from "../analysis-context.ts";
import { labelOf, risingValues } from "../reading/read-columns.ts";
import { tooSmallBase } from "../result/base.ts";
import { estimate, label, nameColumn, none, number, numberColumn, row } from "../result/cells.ts";
import { isHidden } from "../result/estimate-cell.ts";
import { cannot, caution, chartPart, computed, tablePart } from "../result/outcomes.ts";
import { type Bilingual, bilingual, listed } from "../words/bilingual.ts";
import { clusterCaution } from "../words/design-words.ts";
import { terms } from "../words/terms.ts";
import { measuredPairs } from "./measured-pairs.ts";
import { pairCell, type ShownPair, shownPairs } from "./shown-pairs.ts";
import { coefficientNames, correlationTerms as own, correlationWords as words } from "./words.ts";

const mostListed = 20;
const mostDrawn = 12;
/** Below it intervals are wide. */
const fewAnswers = 30;
/** Of a variable, for thresholds to mean anything. */
const mostLevels = 50;

export function correlationAnalysis(context: AnalysisContext, analysis: AnalysisOf<"correlation">): FamilyAnswer {
  const { variables, controlling = [], method = "pearson", missing = "pairwise" } = analysis;
  const { confidence, minimumGroup } = context.plan;
  const labels = variables.map((name) => labelOf(context, name));
  const weighting = context.weight === null ? "plain" : "weighted";
  const isPartial = controlling.length > 0;
  const title = isPartial ? words.partialTitle : words.title;
  const controls = listed(controlling.map((name) => labelOf(context, name)));
  const said = isPartial ? words.partialMethod(controls, missing, weighting) : words.method(method, missing, weighting);
  const answer = (outcome: FamilyAnswer["outcome"]): FamilyAnswer => ({ title, method: said, outcome });
  const read = risingValues(context, [...variables, ...controlling]);
  const columns = read.variables.slice(0, variables.length);
  const fixedColumns = read.variables.slice(variables.length);
  const n = missing === "listwise" ? completeRows(read.variables, read.weights, read.rows).length : read.rows;
  const impossible = tooSmallBase(context, n, 4);
  if (impossible !== null) return answer(impossible);
  const many = columns.findIndex((values) => new Set(values).size > mostLevels + 1);
  if (method === "polychoric" && many >= 0)
    return answer(cannot("unsuitable", words.tooManyLevels(bilingual(labels[many]))));
  const answers = {
    variables: { variables, columns },
    controls: { variables: controlling, columns: fixedColumns },
    weights: read.weights,
  };
  const table = measuredPairs(answers, method, missing, confidence);
  const pairs = shownPairs(table, labels, minimumGroup);
  if (pairs.length === 0) return answer(cannot("too-few-answers", words.noPair));
  const fewest = Math.min(...pairs.map(({ found }) => found.n));
  return answer(
    computed(
      chartPart(strongestChart(pairs, isPartial ? words.partialName : coefficientNames[method], confidence)),
      tablePart(strongestTable(pairs)),
      tablePart(matrixTable(table, labels, missing === "listwise" ? n : null, minimumGroup)),
      caution(words.notCause),
      ...(fewest < fewAnswers ? [caution(words.few(fewest))] : []),
      ...boundaryCaution(table, labels, minimumGroup),
      ...(missing === "pairwise" && !isPartial ? eigenvalueCaution(table) : []),
      clusterCaution(context),
    ),
  );
}

function strongestTable(pairs: readonly ShownPair[]): AnalysisTable {
  const left = pairs.length - mostListed;
  return {
    caption: words.strongest,
    n: null,
    columns: [
      nameColumn(own.pair),
      ...[own.coefficient, terms.pValue, terms.adjustedPValue, terms.n].map(numberColumn),
    ],
    rows: pairs
      .slice(0, mostListed)
      .map(({ label: name, found, adjustedPValue }) =>
        row(
          label(name),
          estimate(found.value, found.interval, "coefficient"),
          number(found.pValue, "p-value"),
          number(adjustedPValue, "p-value"),
          number(found.n, "count"),
        ),
      ),
    notes: [
      ...(pairs.length > 1 ? [words.strongestNote(pairs.length)] : []),
      ...(left > 0 ? [words.leftOut(mostListed, left)] : []),
    ],
  };
}

/** The lower triangle: the last variable has no column, the first no row of its own. */
function matrixTable(
  table: CorrelationTable,
  labels: readonly LocalText[],
  n: number | null,
  minimum: number,
): AnalysisTable {
  const last = labels.length - 1;
  return {
    caption: words.matrix,
    n,
    columns: [
      nameColumn(terms.variable),
      ...labels.slice(0, last).map((_, i) => {
        const place = String(i + 1);
        return numberColumn({ code: table.variables[i], heading: { zh: place, en: place } });
      }),
    ],
    rows: labels.map((text, j) => {
      const cells = labels
        .slice(0, last)
        .map((_, i) => (i < j ? pairCell(table, i, j, minimum) : i === j ? number(1, "coefficient") : none()));
      return row(label(numbered(text, j + 1)), ...cells);
    }),
    notes: [words.matrixNote],
  };
}

function numbered(text: LocalText, place: number): Bilingual {
  const { zh, en } = bilingual(text);
  return { zh: `${place}. ${zh}`, en: `${place}. ${en}` };
}

/** Names a pair only where its corrected p is evidence, and calls it strongest only where no other lies within its interval. */
function headline(pairs: readonly ShownPair[], confidence: number): Bilingual {
  const top = pairs.find(({ adjustedPValue }) => adjustedPValue < 1 - confidence);
  if (top === undefined) return words.noClear;
  const { value, interval } = top.found;
  const rivals = pairs.filter((pair) => pair !== top).map((pair) => Math.abs(pair.found.value));
  const lower = value < 0 ? -interval.upper : interval.lower;
  const size = fixed(value, 2);
  if (rivals.length === 0) return words.onlyPair(top.label, size);
  if (rivals.every((rival) => rival < lower)) return words.clearlyStrongest(top.label, size);
  return pairs[0] === top ? words.largest(top.label, size) : words.largestClear(top.label, size);
}

function strongestChart(pairs: readonly ShownPair[], measure: Bilingual, confidence: number): IntervalsChart {
  return {
    kind: "intervals",
    title: headline(pairs, confidence),
    measure,
    format: "coefficient",
    rows: pairs.slice(0, mostDrawn).map(({ label: name, found }) => ({
      label: name,
      n: found.n,
      point: { value: found.value, lower: found.interval.lower, upper: found.interval.upper },
    })),
    reference: { value: 0, label: words.none },
  };
}

function boundaryCaution(
  table: CorrelationTable,
  labels: readonly LocalText[],
  minimum: number,
): readonly AnalysisPart[] {
  const names = labels.flatMap((second, j) =>
    labels.slice(0, j).flatMap((first, i) => {
      const pair = pairAt(table, i, j);
      return pair.kind === "at-boundary" && !isHidden(pair.n, minimum) ? [words.pairOf(first, second)] : [];
    }),
  );
  return names.length > 0 ? [caution(words.atBoundary(listed(names)))] : [];
}

function eigenvalueCaution(table: CorrelationTable): readonly AnalysisPart[] {
  const values = correlationValues(table);
  return values.kind === "estimated" && values.smallestEigenvalue < -1e-9 ? [caution(words.overlapping)] : [];
}
