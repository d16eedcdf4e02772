import type { Matrix } from "../linear-algebra/matrix.ts";
import type { ModelLayout } from "./model-layout.ts";
import type { InnerScheme, PathModel } from "./path-model.ts";

/** What a PLS path model was estimated to be. Items stand in the order of the blocks, constructs in the order of the model. */
export interface PathModelFit {
  readonly kind: "estimated";
  readonly model: PathModel;
  readonly layout: ModelLayout;
  readonly scheme: InnerScheme;
  /** Complete rows, unweighted. */
  readonly n: number;
  readonly weightedBase: number;
  /** Kish's (Σw)² / Σw². */
  readonly effectiveN: number;
  /** Of the items: means and standard deviations (denominator n − 1, or its weighted form). */
  readonly means: Float64Array;
  readonly standardDeviations: Float64Array;
  /** Items × items. */
  readonly correlations: Matrix;
  /** Of standardised items, such that each construct's score has variance 1. */
  readonly weights: Float64Array;
  /** Correlation of each item with its construct. */
  readonly loadings: Float64Array;
  /** Items × constructs: correlations. */
  readonly crossLoadings: Matrix;
  readonly constructCorrelations: Matrix;
  /** From row to column; 0 where there is no path. */
  readonly paths: Matrix;
  /** Null for constructs to which no path leads. */
  readonly rSquared: readonly (number | null)[];
  readonly iterations: number;
  readonly converged: boolean;
}

/** Why a model cannot be estimated from these data. */
export type NoPathModel =
  | { readonly kind: "too-few-answers"; readonly n: number; readonly required: number }
  /** An item that every row answered alike. */
  | { readonly kind: "no-variation"; readonly item: string }
  /** Items of a formative block, or constructs that act on one, of which one follows from the others. */
  | { readonly kind: "singular"; readonly construct: string }
  /** Its items have nothing in common with the constructs it is joined to, so that no weights follow. */
  | { readonly kind: "unrelated"; readonly construct: string }
  | { readonly kind: "not-converged"; readonly iterations: number };
