import type { IndexWeighting as StudyWeighting } from "@manyi/study/definition/index-weightings";
import type { LocalText } from "@manyi/study/definition/local-text";
import type { Figure } from "./figure.ts";

/** One answer of a rating, counted. */
export interface DistributionCell {
  readonly code: string;
  readonly label: LocalText;
  readonly value: number;
  /** Respondents, unweighted. */
  readonly count: number;
  /** Weighted share of valid answers, 0–1. */
  readonly share: number;
}

/** Why there is no rating. These are distinct everywhere and none of them is a number. */
export interface NoRating {
  readonly notShown: number;
  readonly skipped: number;
  readonly notApplicable: number;
  readonly dontKnow: number;
  readonly refused: number;
  /** Codes that the code book does not know and the user chose to set aside. */
  readonly setAside: number;
}

export interface ItemResult {
  readonly code: string;
  readonly label: LocalText;
  /** Code of the dimension it belongs to; null for measures outside the indicator tree. */
  readonly dimension: string | null;
  /** Empty where fewer people rated it than may be shown. */
  readonly distribution: readonly DistributionCell[];
  readonly noRating: NoRating;
  readonly index: Figure;
  readonly mean: Figure;
  readonly topShare: Figure;
  readonly bottomShare: Figure;
  readonly median: Figure;
  /** Of the ratings, n − 1; null below two answers. */
  readonly standardDeviation: number | null;
  /** The same answers under other conversions to 0–100, each named; for comparison with older reports. */
  readonly otherConversions: readonly Figure[];
  /** Mean stated importance on its own scale, where it was asked. */
  readonly statedImportance: Figure | null;
  /** Weight inside the index, 0–1; null outside the index. */
  readonly weight: number | null;
}

/** Cronbach's α of items that are read as one figure, with its interval at the confidence of the results. */
export type Reliability =
  | {
      readonly kind: "estimated";
      readonly alpha: number;
      readonly lower: number;
      readonly upper: number;
      /** Respondents who rated all of the items. */
      readonly n: number;
      readonly items: number;
    }
  | { readonly kind: "none"; readonly reason: "one-item" | "too-few-answers" | "no-variation" };

export interface DimensionResult {
  readonly code: string;
  readonly label: LocalText;
  /** Sum of its items' weights in the index, 0–1. */
  readonly weight: number;
  readonly index: Figure;
  readonly items: readonly string[];
  readonly reliability: Reliability;
}

/** How the index was weighted, and what it would be under the other weightings. */
export interface IndexResult {
  readonly method: IndexWeighting;
  /** What the study asked for; differs from `method` where these weights cannot be had and equal ones stand in. */
  readonly wanted: IndexWeighting;
  readonly weights: readonly { readonly item: string; readonly weight: number }[];
  /** Items whose derived weight was negative and set to zero. */
  readonly dropped: readonly string[];
  readonly alternatives: readonly IndexAlternative[];
  /** Of all its items together. */
  readonly reliability: Reliability;
  /** Index per respondent, weights renormalised over answered items. */
  readonly respondents: {
    readonly minimumAnsweredShare: number;
    readonly mean: Figure;
    readonly standardDeviation: number | null;
  };
}

export type IndexWeighting = StudyWeighting;

export interface IndexAlternative {
  readonly method: IndexWeighting;
  readonly weights: readonly { readonly item: string; readonly weight: number }[];
  readonly dropped: readonly string[];
  readonly index: Figure;
}
