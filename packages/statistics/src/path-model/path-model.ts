/**
 * A path model says which items measure which construct, and which construct is thought to act on which: satisfaction as the national
 * indices see it. It is data: shipped models (`models/`) and own ones are the same kind of object.
 */

export interface Construct {
  /** Unique in the model. */
  readonly name: string;
  /** Names of its items, at least one; an item belongs to one construct. */
  readonly items: readonly string[];
  /** "A": items reflect the construct (correlation weights). "B": items form it (regression weights). */
  readonly mode: "A" | "B";
}

export interface Path {
  /** Names of constructs. */
  readonly from: string;
  readonly to: string;
}

export interface PathModel {
  readonly constructs: readonly Construct[];
  readonly paths: readonly Path[];
}

/** How the inner weights of adjacent constructs are found. */
export type InnerScheme = "centroid" | "factorial" | "path";
