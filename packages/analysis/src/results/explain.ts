import type { LocalText } from "@manyi/study/definition/local-text";

export type Quadrant = "keep-up" | "concentrate-here" | "low-priority" | "possible-overkill";

export interface MatrixPoint {
  readonly item: string;
  readonly label: LocalText;
  readonly performance: number;
  readonly importance: number;
  /** Respondents behind the performance, and its interval; the interval of the importance where it was asked. */
  readonly n: number;
  readonly performanceInterval: { readonly lower: number; readonly upper: number };
  readonly importanceInterval: { readonly lower: number; readonly upper: number } | null;
  readonly quadrant: Quadrant;
  /** Performance minus importance; null where the two have different units (derived importance). */
  readonly gap: number | null;
  /** Importance above performance; null where the two have different units. */
  readonly aboveDiagonal: boolean | null;
}

/** One importance–performance matrix. Several are computed; the report shows the first. */
export interface ImportancePerformance {
  readonly importance: "stated" | "derived-correlation" | "derived-partial";
  readonly crosshair: "scale" | "means" | "medians";
  /** Of the performance: mean rating where all items stand on one scale, else 0–100. */
  readonly unit: "rating" | "index";
  readonly performanceLine: number;
  readonly importanceLine: number;
  readonly points: readonly MatrixPoint[];
}

export interface Driver {
  readonly item: string;
  readonly label: LocalText;
  readonly coefficient: number;
  readonly standardError: number;
  /** Two-sided; of the design where there are weights. Null where the coefficient has no spread. */
  readonly pValue: number | null;
  readonly standardised: number;
  readonly varianceInflation: number;
  /** Share of R² by Shapley (LMG), 0–1, with its bootstrap interval. */
  readonly lmg: ShareOfExplained;
  /** Share of R² by Johnson's relative weights, 0–1. */
  readonly johnson: ShareOfExplained;
  /** Share of variance explained alone / last, as shares of the total variance. */
  readonly first: number;
  readonly last: number;
  readonly pratt: number;
  readonly correlation: number;
}

export interface ShareOfExplained {
  readonly share: number;
  /** In units of the outcome's variance; sums to R². */
  readonly raw: number;
  readonly interval: { readonly lower: number; readonly upper: number; readonly confidence: number } | null;
}

export type DriverResult =
  | {
      readonly kind: "estimated";
      readonly outcome: string;
      readonly outcomeLabel: LocalText;
      /** Respondents who answered the outcome and every item. */
      readonly n: number;
      readonly rSquared: number;
      readonly adjustedRSquared: number;
      /** Sorted by LMG share, largest first. */
      readonly drivers: readonly Driver[];
      readonly exact: boolean;
      readonly resamples: number;
      readonly version: string;
      readonly weight: string | null;
    }
  | { readonly kind: "too-few-answers"; readonly outcome: string; readonly n: number; readonly required: number }
  | { readonly kind: "singular"; readonly outcome: string; readonly variables: readonly string[] }
  | { readonly kind: "not-asked" };
