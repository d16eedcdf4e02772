/**
 * Importance–performance matrix: where to work first. Two lines, the crosshair, cut the plane into quadrants; where they
 * stand decides the reading, so a result always carries them. Source: Martilla & James 1977, Journal of Marketing 41.
 */
export interface Point {
  readonly performance: number;
  readonly importance: number;
}

export interface Crosshair extends Point {
  readonly kind: "scale" | "means" | "medians" | "target";
}

export type Quadrant = "keep-up" | "concentrate-here" | "low-priority" | "possible-overkill";

export interface Placement extends Point {
  readonly quadrant: Quadrant;
  /** Performance less importance; means something only where both have one unit. */
  readonly gap: number;
  /** Importance above performance, the iso-diagonal of Slack 1994; as `gap`, one unit only. */
  readonly isAboveDiagonal: boolean;
}

/** Lines through the middle of both scales. @throws RangeError unless minimum < maximum on both */
export function scaleCrosshair(
  performance: { readonly minimum: number; readonly maximum: number },
  importance: { readonly minimum: number; readonly maximum: number },
): Crosshair {
  const middle = ({ minimum, maximum }: typeof performance) => {
    if (!(minimum < maximum)) throw new RangeError(`a scale needs minimum < maximum, got ${minimum} and ${maximum}`);
    return (minimum + maximum) / 2;
  };
  return { kind: "scale", performance: middle(performance), importance: middle(importance) };
}

/** Lines through the means of the items. @throws RangeError without items */
export function meansCrosshair(points: readonly Point[]): Crosshair {
  return { kind: "means", ...lines(points, (values) => values.reduce((sum, value) => sum + value, 0) / values.length) };
}

/** Lines through the medians of the items. @throws RangeError without items */
export function mediansCrosshair(points: readonly Point[]): Crosshair {
  return {
    kind: "medians",
    ...lines(points, (values) => {
      const sorted = values.toSorted((a, b) => a - b);
      return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
    }),
  };
}

/** Lines at values the user set. @throws RangeError if one is not finite */
export function targetCrosshair(performance: number, importance: number): Crosshair {
  if (!(Number.isFinite(performance) && Number.isFinite(importance))) throw new RangeError("a target must be finite");
  return { kind: "target", performance, importance };
}

/**
 * Place of each item; a value on a line counts as high.
 * @throws RangeError if a point is not finite
 * Golden values: golden/example/expected/synth_public_ipa.json
 */
export function placeItems(points: readonly Point[], crosshair: Crosshair): Placement[] {
  return points.map(({ performance, importance }) => {
    if (!(Number.isFinite(performance) && Number.isFinite(importance))) throw new RangeError("a point must be finite");
    return {
      performance,
      importance,
      quadrant: quadrantOf(
        performance >= crosshair.performance ? "high" : "low",
        importance >= crosshair.importance ? "high" : "low",
      ),
      gap: performance - importance,
      isAboveDiagonal: importance > performance,
    };
  });
}

function quadrantOf(performance: "high" | "low", importance: "high" | "low"): Quadrant {
  if (importance === "high") return performance === "high" ? "keep-up" : "concentrate-here";
  return performance === "high" ? "possible-overkill" : "low-priority";
}

function lines(points: readonly Point[], middle: (values: number[]) => number): Point {
  if (points.length === 0) throw new RangeError("a crosshair from the data needs items");
  return {
    performance: middle(points.map((point) => point.performance)),
    importance: middle(points.map((point) => point.importance)),
  };
}
