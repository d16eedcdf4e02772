/**
 * A further analysis that the study asked for: tables of numbers with their words, and charts of the same numbers. Every
 * family answers in this one form, so that a report, a screen or a file shows them all alike. Numbers are unrounded; each
 * says how it is to be written.
 */
import type { AnalysisFamily } from "@manyi/study/definition/analyses/analysis-definition";
import type { LocalText } from "@manyi/study/definition/local-text";
import type { Condition, HiddenBecause } from "./figure.ts";

export interface AnalysisResult {
  /** Of study.json, or `a1`, `a2` by its place in the list. */
  readonly id: string;
  readonly family: AnalysisFamily;
  readonly title: LocalText;
  /** What was computed and by which method, in a sentence or two, with its source. */
  readonly method: LocalText;
  /** Weight column, null where every respondent counts once. */
  readonly weight: string | null;
  readonly filter: readonly Condition[];
  /** The filter in words; null where it takes everybody. */
  readonly respondents: LocalText | null;
  /** 0–1. */
  readonly confidence: number;
  /** Version of the product's methods that computed it. */
  readonly version: string;
  readonly outcome: AnalysisOutcome;
}

export type AnalysisOutcome = ComputedAnalysis | ImpossibleAnalysis;

export interface ComputedAnalysis {
  readonly kind: "computed";
  readonly parts: readonly AnalysisPart[];
}

/** No number, and why. */
export interface ImpossibleAnalysis {
  readonly kind: "cannot";
  readonly reason: ImpossibleBecause;
  /** The reason in words, and what would help. */
  readonly text: LocalText;
}

export type ImpossibleBecause =
  | "too-few-answers"
  | "no-variation"
  | "singular"
  | "not-converged"
  | "suppressed"
  | "unsuitable";

/** Parts stand in the order in which they are read. */
export type AnalysisPart =
  | { readonly kind: "table"; readonly table: AnalysisTable }
  | { readonly kind: "chart"; readonly chart: AnalysisChart }
  /** A sentence that reads the numbers, or warns of them. */
  | { readonly kind: "remark"; readonly tone: "reading" | "caution"; readonly text: LocalText };

export interface AnalysisTable {
  readonly caption: LocalText;
  /** Respondents behind all of the table, unweighted; null where each row has its own. */
  readonly n: number | null;
  readonly columns: readonly AnalysisColumn[];
  readonly rows: readonly AnalysisRow[];
  /** What signs and words in the cells mean. */
  readonly notes: readonly LocalText[];
}

export interface AnalysisColumn {
  /** Its name in files: `p-value`. */
  readonly code: string;
  readonly heading: LocalText;
  /** `name`: names the row. */
  readonly role: "name" | "number" | "text";
}

export interface AnalysisRow {
  readonly kind: "plain" | "total" | "detail";
  readonly cells: readonly AnalysisCell[];
}

export type AnalysisCell =
  | { readonly kind: "label"; readonly label: LocalText }
  | {
      readonly kind: "number";
      readonly value: number;
      readonly format: NumberFormat;
      /** Of the confidence of the analysis; null where the method gives none. */
      readonly interval: { readonly lower: number; readonly upper: number } | null;
    }
  | { readonly kind: "none"; readonly because: NoneBecause };

/** Why a cell holds no number. */
export type NoneBecause = "not-applicable" | "too-few-answers" | "no-variation" | "not-estimable" | HiddenBecause;

/** How a number is written: `count` and `weighted-count` of people, `share` 0–1 as percent, `p-value`, `index` 0–100,
 *  `points` of any other scale with two decimals, `coefficient` with three, `statistic` with two, `degrees` of freedom, `money`
 *  and other large numbers as `amount`. */
export type NumberFormat =
  | "count"
  | "weighted-count"
  | "share"
  | "p-value"
  | "index"
  | "points"
  | "coefficient"
  | "statistic"
  | "degrees"
  | "amount";

export type AnalysisChart = IntervalsChart | CurvesChart | PlaneChart | PathsChart;

interface ChartWords {
  /** The finding, or what is seen. */
  readonly title: LocalText;
}

/** Values with their intervals on one axis. */
export interface IntervalsChart extends ChartWords {
  readonly kind: "intervals";
  readonly measure: LocalText;
  readonly format: NumberFormat;
  readonly rows: readonly {
    readonly label: LocalText;
    readonly n: number | null;
    /** Null where it may not be shown or could not be estimated. */
    readonly point: { readonly value: number; readonly lower: number; readonly upper: number } | null;
  }[];
  /** A dashed line: no difference, an average, a limit. */
  readonly reference: { readonly value: number; readonly label: LocalText } | null;
}

/** Lines over a number: survival, control charts, eigenvalues, trends. */
export interface CurvesChart extends ChartWords {
  readonly kind: "curves";
  /** `steps` hold their value until the next point. */
  readonly shape: "lines" | "steps";
  /** `names`: of x = 0, 1, 2 …; null where x is a number. */
  readonly x: { readonly label: LocalText; readonly format: NumberFormat; readonly names: readonly LocalText[] | null };
  readonly y: { readonly label: LocalText; readonly format: NumberFormat };
  readonly curves: readonly {
    readonly label: LocalText;
    /** Ascending in x. `mark` sets a point apart: a signal, a censored case. */
    readonly points: readonly {
      readonly x: number;
      readonly y: number;
      readonly band: { readonly lower: number; readonly upper: number } | null;
      readonly mark: boolean;
    }[];
  }[];
  /** Horizontal lines; a limit that changes has one value a point of the first curve. */
  readonly limits: readonly { readonly label: LocalText; readonly values: readonly number[] }[];
}

/** Named points in a plane that two lines divide. `from` and `to` are the ends between which an axis may run, those of the scale: it
 *  is drawn round the points. Points are numbered by their places; a table beside the chart says the same numbers. */
export interface PlaneChart extends ChartWords {
  readonly kind: "plane";
  readonly x: { readonly label: LocalText; readonly from: number; readonly to: number; readonly line: number };
  readonly y: { readonly label: LocalText; readonly from: number; readonly to: number; readonly line: number };
  readonly points: readonly { readonly label: LocalText; readonly x: number; readonly y: number }[];
  /** Names of the four fields: upper left, upper right, lower left, lower right; null for none. */
  readonly fields: readonly [LocalText, LocalText, LocalText, LocalText] | null;
}

/** Constructs and the paths between them. */
export interface PathsChart extends ChartWords {
  readonly kind: "paths";
  readonly constructs: readonly {
    readonly code: string;
    readonly label: LocalText;
    /** Share explained, for those that others explain. */
    readonly rSquared: number | null;
    /** 0–100, where the model gives one. */
    readonly index: number | null;
  }[];
  readonly paths: readonly {
    readonly from: string;
    readonly to: string;
    readonly value: number;
    /** Whether the interval leaves out 0; null where there is none. */
    readonly isClear: boolean | null;
  }[];
}
