/**
 * Everything that is computed of one study, as data: written as `results.json`, and the only thing that reports and
 * charts read. Texts stand in all the study's languages; rounding happens where something is shown.
 */
import type { LocalText } from "@manyi/study/definition/local-text";
import type { AnalysisResult } from "./analyses.ts";
import type { GroupBreakdown, WaveResults } from "./compare.ts";
import type { DriverResult, ImportancePerformance } from "./explain.ts";
import type { Finding } from "./finding.ts";
import type { DimensionResult, IndexResult, ItemResult } from "./items.ts";
import type { KeyFigure } from "./key-figures.ts";

export interface StudyResults {
  readonly format: "manyi-results";
  readonly formatVersion: 1;
  readonly product: { readonly name: "Manyi"; readonly version: string; readonly methods: string };
  readonly study: StudySummary;
  readonly data: DataSummary;
  /** 0–1, e.g. 0.95. */
  readonly confidence: number;
  /** Respondents below which a group is suppressed. */
  readonly minimumGroup: number;
  /** Index into `weightings` of the results that the report shows. */
  readonly primary: number;
  readonly weightings: readonly WeightingResults[];
  /** What the study asked for besides, in its order; of the primary weighting where an analysis names no other. */
  readonly analyses: readonly AnalysisResult[];
  /** Of the primary weighting. */
  readonly findings: readonly Finding[];
}

export interface StudySummary {
  readonly id: string;
  readonly title: LocalText;
  readonly organisation: LocalText | null;
  readonly purpose: LocalText | null;
  readonly population: LocalText | null;
  readonly method: LocalText | null;
  readonly source: LocalText | null;
  readonly period: { readonly from: string; readonly to: string } | null;
  /** Of study.json, lower-case hex. */
  readonly definitionHash: string;
}

export interface DataSummary {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly encoding: string;
  readonly rowsRead: number;
  /** Rows left out, by reason; they stay in the file. */
  readonly excluded: readonly {
    readonly reason: "duplicate" | "test" | "by-hand" | "no-weight";
    readonly rows: number;
  }[];
  readonly respondents: number;
  /** Answers whose code the code book does not know and which were set aside on request. */
  readonly setAside: number;
  /** Of the plan, where the study states them. */
  readonly invited: number | null;
}

export interface WeightingSummary {
  /** Weight column, null: unweighted. */
  readonly column: string | null;
  readonly label: LocalText;
  readonly respondents: number;
  readonly weightedBase: number;
  readonly effectiveN: number;
  readonly designEffect: number;
}

export interface WeightingResults {
  readonly weighting: WeightingSummary;
  readonly keyFigures: readonly KeyFigure[];
  /** Null where the study has no indicator system. */
  readonly index: IndexResult | null;
  readonly dimensions: readonly DimensionResult[];
  readonly items: readonly ItemResult[];
  readonly matrices: readonly ImportancePerformance[];
  readonly drivers: DriverResult;
  readonly groups: readonly GroupBreakdown[];
  readonly waves: WaveResults | null;
}
