/** Constructs and what acts on what: boxes and arrows. */
export interface PathsChart {
  readonly kind: "paths";
  readonly constructs: readonly PathConstruct[];
  readonly paths: readonly DrawnPath[];
}

export interface PathConstruct {
  readonly code: string;
  readonly label: string;
  /** What stands under the label, such as `R² 44%`; at most two. */
  readonly values: readonly string[];
}

export interface DrawnPath {
  /** Codes of constructs. */
  readonly from: string;
  readonly to: string;
  /** As it is written, e.g. `0.51`. */
  readonly text: string;
  /** 0–1: how strong the arrow is drawn. */
  readonly strength: number;
  /** Whether there is evidence of it: solid, else dashed and lighter. Null: not known, solid. */
  readonly isClear: boolean | null;
}
