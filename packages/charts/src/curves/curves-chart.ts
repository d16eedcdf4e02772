import type { AxisUnit } from "../drawing/axis-number.ts";

/** Lines over a number or over named places: each with its name at its end, limits beside them. */
export interface CurvesChart {
  readonly kind: "curves";
  /** `steps` hold their value until the next point. */
  readonly shape: "lines" | "steps";
  readonly x: {
    readonly title: string;
    readonly unit: AxisUnit;
    /** Of x = 0, 1, 2 …; null: x is a number. */
    readonly names: readonly string[] | null;
  };
  readonly y: { readonly title: string; readonly unit: AxisUnit };
  readonly curves: readonly Curve[];
  /** One value: a horizontal line; else one for each point of the first curve. */
  readonly limits: readonly { readonly label: string; readonly values: readonly number[] }[];
}

export interface Curve {
  readonly label: string;
  /** Ascending in x. */
  readonly points: readonly CurvePoint[];
}

export interface CurvePoint {
  readonly x: number;
  readonly y: number;
  readonly band: { readonly lower: number; readonly upper: number } | null;
  /** Set apart: a signal, a censored case. */
  readonly mark: boolean;
}
