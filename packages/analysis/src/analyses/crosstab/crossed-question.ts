/** One question against the groups: what of it may be shown, counted. */
import { codedColumn } from "@manyi/dataset/columns/column";
import type { CrossTable } from "@manyi/statistics/crosstab/table";
import type { LocalText } from "@manyi/study/definition/local-text";
import { crossTable } from "../../compare/cross-table.ts";
import type { ImpossibleBecause } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { countedValues } from "../reading/counted-values.ts";
import { answeredValues, labelOf } from "../reading/read-columns.ts";
import { type AnalysedGroups, groupsToShow, readGroups } from "../reading/read-groups.ts";
import { listed } from "../words/bilingual.ts";
import { type CellProtection, hiddenCells } from "./hidden-cells.ts";
import { crosstabWords as words } from "./words.ts";

/** A table of more columns cannot be read, one of more rows not tested. */
const mostColumns = 26;
const mostRows = 60;

export interface CrossedQuestion {
  readonly kind: "crossed";
  readonly column: string;
  readonly label: LocalText;
  readonly answers: readonly { readonly code: string; readonly label: LocalText; readonly value: number }[];
  readonly groups: readonly { readonly code: string; readonly label: LocalText }[];
  readonly table: CrossTable;
  /** Of a table of respondents by two groupings; null where the rows are answers, of which few may be shown. */
  readonly protection: CellProtection | null;
  readonly n: number;
  /** What is not shown. */
  readonly notes: readonly LocalText[];
}

export interface NotCrossed {
  readonly kind: "not-crossed";
  readonly column: string;
  readonly label: LocalText;
  readonly reason: ImpossibleBecause;
  readonly text: LocalText;
}

export function crossedQuestion(
  context: AnalysisContext,
  groups: AnalysedGroups,
  column: string,
): CrossedQuestion | NotCrossed {
  const { plan, filter, weight } = context;
  const label = labelOf(context, column);
  const not = (reason: ImpossibleBecause, text: LocalText): NotCrossed => ({
    kind: "not-crossed",
    column,
    label,
    reason,
    text,
  });
  const rows = rowsToShow(context, column);
  const { shown, hidden } = groupsToShow(groups, valuesInRows(context, column, rows));
  if (shown.length < 2) {
    const isHidden = hidden.some((because) => because !== null);
    return not(isHidden ? "suppressed" : "too-few-answers", words.tooFewColumns(label, plan.minimumGroup));
  }
  if (shown.length > mostColumns) return not("unsuitable", words.tooManyColumns(shown.length, mostColumns));
  if (rows.answers.length > mostRows) return not("unsuitable", words.tooManyRows(label, rows.answers.length, mostRows));
  const tableOf = (places: readonly number[], columns: readonly number[]) =>
    crossTable(
      plan.dataset,
      { column, answers: places },
      { column: groups.column, answers: columns.map((group) => groups.grouping.answers[group]) },
      filter,
      weight,
    );
  const places = rows.answers.map(({ place }) => place);
  const table = tableOf(places, shown);
  const n = table.counts.reduce((sum, count) => sum + count, 0);
  if (n === 0) return not("too-few-answers", words.noAnswers(label));
  const left = hidden.flatMap((because, group) => (because === null ? [] : [group]));
  const besideRows = tableOf(places, left);
  const besideColumns = tableOf(rows.hiddenPlaces, shown);
  const protection = rows.arePeople ? hiddenCells({ table, besideRows, besideColumns }, plan.minimumGroup) : null;
  if (rows.arePeople && protection === null) return not("suppressed", words.notProtected(label, plan.minimumGroup));
  return {
    kind: "crossed",
    column,
    label,
    answers: rows.answers,
    groups: shown.map((group) => groups.groups[group]),
    table,
    protection,
    n,
    notes: [
      ...(left.length > 0
        ? [words.hiddenColumns(listed(left.map((group) => groups.groups[group].label)), plan.minimumGroup)]
        : []),
      ...(rows.hidden.length > 0 ? [words.hiddenRows(listed(rows.hidden), plan.minimumGroup)] : []),
      ...(protection?.some((because) => because !== null) ? [words.hiddenCells(plan.minimumGroup)] : []),
    ],
  };
}

/** The answers that stand in a row; NaN for the others. */
function valuesInRows(context: AnalysisContext, column: string, rows: ReturnType<typeof rowsToShow>): Float64Array {
  const { variables, weights } = answeredValues(context, [column]);
  return countedValues(variables[0], weights).map((value) => (rows.isShown(value) ? value : Number.NaN));
}

/** Answers of a question; where it is itself a grouping of the study, only the groups that may be shown. */
function rowsToShow(context: AnalysisContext, column: string) {
  const { definition, dataset } = context.plan;
  const { units = [], segments = [], waves } = definition;
  const book = codedColumn(dataset, column).answers;
  const isGrouping = [...units, ...segments, waves?.column].includes(column);
  const isOpen = definition.columns.find(({ name }) => name === column)?.type === "choice";
  if (!isGrouping && !isOpen)
    return {
      arePeople: false,
      answers: book.map((answer, place) => ({ ...answer, place })),
      hidden: [],
      hiddenPlaces: [],
      isShown: () => true,
    };
  const { groups, grouping } = readGroups(context, column);
  const isKept = (group: number) => !isGrouping || groups[group].hidden === null;
  const answers = groups.flatMap((_, group) => {
    const place = grouping.answers[group];
    return isKept(group) ? [{ ...book[place], place }] : [];
  });
  const left = groups.flatMap((_, group) => (isKept(group) ? [] : [group]));
  const kept = new Set(answers.map(({ value }) => value));
  return {
    arePeople: isGrouping,
    answers,
    hidden: left.map((group) => groups[group].label),
    hiddenPlaces: left.map((group) => grouping.answers[group]),
    isShown: (value: number) => kept.has(value),
  };
}
