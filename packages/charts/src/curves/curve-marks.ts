/** One curve, one limit, as shapes. */
import type { Mark, Part, PolygonMark } from "../drawing/drawing.ts";
import type { LinearScale } from "../drawing/linear-scale.ts";
import { dotMark, lineMark, pathMark, rounded } from "../drawing/marks.ts";
import { palette } from "../drawing/palette.ts";
import { seriesStyle } from "../drawing/series.ts";
import type { Curve, CurvePoint, CurvesChart } from "./curves-chart.ts";

/** Where the curves are drawn, in pixels, and their scales. */
export interface CurveField {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly across: LinearScale;
  readonly up: LinearScale;
}

type Place = readonly [x: number, y: number];

/** Points farther apart than this, in pixels, get dots. */
const dotRoom = 12;

export function curveMarks(
  { label, points }: Curve,
  place: number,
  shape: CurvesChart["shape"],
  field: CurveField,
): Part {
  const { across, up } = field;
  const style = seriesStyle(place);
  const at = ({ x, y }: CurvePoint): Place => [across.at(x), up.at(y)];
  const line = shape === "steps" ? stepped(points.map(at)) : points.map(at);
  const isRoomy = points.length < 2 || (field.right - field.left) / points.length > dotRoom;
  const dots =
    shape === "lines" && isRoomy ? points.map((point) => dotMark(...at(point), { fill: style.colour, radius: 3 })) : [];
  const marked = points.filter(({ mark }) => mark).map((point) => markOf(at(point), shape, style.colour));
  return {
    name: label,
    marks: [
      ...bandOf(points, shape, field, style.colour),
      ...(line.length > 1 ? [pathMark(line, { colour: style.colour, width: 2, dash: style.dash })] : []),
      ...dots,
      ...marked,
    ],
  };
}

/** A dashed line across, or one value a point of the first curve. */
export function limitMarks(
  { label, values }: CurvesChart["limits"][number],
  { curves, shape }: CurvesChart,
  { across, up, left, right }: CurveField,
): Part {
  const style = { colour: palette.mark, width: 1.2, dash: [5, 4] } as const;
  const [only] = values;
  if (values.length === 1 && only !== undefined)
    return { name: label, marks: [lineMark([left, up.at(only)], [right, up.at(only)], style)] };
  const points = curves[0]?.points ?? [];
  const places = values.slice(0, points.length).map((value, i): Place => [across.at(points[i]?.x ?? 0), up.at(value)]);
  const line = shape === "steps" ? stepped(places) : places;
  return { name: label, marks: line.length > 1 ? [pathMark(line, style)] : [] };
}

/** Each value holds until the next place. */
function stepped(places: readonly Place[]): readonly Place[] {
  return places.flatMap(([x, y], i): Place[] => {
    const before = places[i - 1];
    return before === undefined
      ? [[x, y]]
      : [
          [x, before[1]],
          [x, y],
        ];
  });
}

/** Neighbours that have a band are one area; a point without one interrupts it. */
function bandOf(
  points: readonly CurvePoint[],
  shape: CurvesChart["shape"],
  { across, up }: CurveField,
  fill: string,
): readonly PolygonMark[] {
  const runs: { x: number; lower: number; upper: number }[][] = [[]];
  for (const { x, band } of points) {
    if (band === null) runs.push([]);
    else runs.at(-1)?.push({ x, ...band });
  }
  return runs
    .filter((run) => run.length > 1)
    .map((run): PolygonMark => {
      const edge = (side: "lower" | "upper") => {
        const places = run.map((each): Place => [across.at(each.x), up.at(each[side])]);
        return shape === "steps" ? stepped(places) : places;
      };
      const outline = [...edge("upper"), ...edge("lower").toReversed()];
      return { kind: "polygon", points: outline.map(([x, y]) => [rounded(x), rounded(y)]), fill, opacity: 0.13 };
    });
}

/** A tick on a step (a case that was lost from sight), a diamond on a line. */
function markOf([x, y]: Place, shape: CurvesChart["shape"], colour: string): Mark {
  if (shape === "steps") return lineMark([x, y - 4], [x, y + 4], { colour, width: 1.4 });
  const diamond: readonly Place[] = [
    [x, y - 7],
    [x + 6, y],
    [x, y + 7],
    [x - 6, y],
  ];
  return { kind: "polygon", points: diamond.map(([a, b]) => [rounded(a), rounded(b)]), fill: palette.ink, opacity: 1 };
}
