import { axisNumber } from "../drawing/axis-number.ts";
import type { Drawing, Mark, Part } from "../drawing/drawing.ts";
import { type LinearScale, niceScale, niceStep } from "../drawing/linear-scale.ts";
import { lineMark, textMark, textSize } from "../drawing/marks.ts";
import { palette } from "../drawing/palette.ts";
import { clipText, textWidth } from "../text/text-width.ts";
import { evenLabels } from "../wave-trend/free-labels.ts";
import { type CurveField, curveMarks, limitMarks } from "./curve-marks.ts";
import type { CurvesChart } from "./curves-chart.ts";
import { endLabels, labelRoom } from "./end-labels.ts";

const [head, foot] = [26, 44] as const;

/** Draws the curves; the picture is lower on a narrow screen. */
export function drawCurves(chart: CurvesChart, width: number): Drawing {
  const names = [...chart.curves.map(({ label }) => label), ...chart.limits.map(({ label }) => label)];
  const labels = labelRoom(names, width);
  const height = width < 520 ? 270 : 320;
  const [top, bottom] = [head, height - foot];
  const up = upwards(chart, [bottom, top]);
  const numbers = Math.max(...up.ticks.map((tick) => textWidth(axisNumber(tick, chart.y.unit), textSize.small)));
  const [left, right] = [numbers + 10, width - labels];
  const across = acrossScale(chart, [left + 8, right - 8]);
  const field: CurveField = { left, right, top, bottom, across, up };
  const parts: Part[] = [
    { name: "axis", marks: [...yAxis(chart, field), ...xAxis(chart, field, width)] },
    ...chart.limits.map((limit) => limitMarks(limit, chart, field)),
    ...chart.curves.map((curve, place) => curveMarks(curve, place, chart.shape, field)),
    { name: "labels", marks: endLabels(chart, field, width) },
  ];
  return { width, height, parts };
}

/** From 0 where that loses little; of shares never beyond 0 and 100 %. */
function upwards({ curves, limits, y }: CurvesChart, pixels: readonly [number, number]): LinearScale {
  const values = [
    ...curves.flatMap(({ points }) =>
      points.flatMap(({ y: value, band }) => [value, ...(band === null ? [] : [band.lower, band.upper])]),
    ),
    ...limits.flatMap((limit) => limit.values),
  ];
  if (values.length === 0) return niceScale([0, 1], { from: 0, to: 1 }, pixels, 4);
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  const isShare = y.unit === "share" && lowest >= 0 && highest <= 1;
  const fromZero = lowest >= 0 && lowest < highest / 2;
  const spread = highest - lowest || Math.abs(highest) || 1;
  const from = lowest >= 0 ? (fromZero ? 0 : Math.max(0, lowest - spread)) : lowest - spread;
  const covered = fromZero ? [0, ...values] : values;
  return niceScale(covered, { from, to: isShare ? 1 : highest + spread }, pixels, 4);
}

function acrossScale({ curves, x }: CurvesChart, pixels: readonly [number, number]): LinearScale {
  const values = curves.flatMap(({ points }) => points.map((point) => point.x));
  const [from, to] = [
    Math.min(...values, x.names === null ? Number.POSITIVE_INFINITY : 0),
    Math.max(...values, x.names === null ? Number.NEGATIVE_INFINITY : x.names.length - 1),
  ];
  const ends = values.length === 0 && x.names === null ? { from: 0, to: 1 } : { from, to };
  const room = Math.abs(pixels[1] - pixels[0]);
  const isWhole = values.every((value) => Number.isInteger(value));
  const wanted = Math.max((ends.to - ends.from || 1) / Math.max(2, Math.floor(room / 64)), 1e-9);
  const step = isWhole && x.unit === "points" ? Math.max(1, Math.ceil(niceStep(wanted))) : niceStep(wanted);
  const first = Math.ceil(ends.from / step - 1e-9) * step;
  const count = Math.floor((ends.to - first) / step + 1e-9);
  const ticks = Array.from({ length: Math.max(0, count) + 1 }, (_, i) => Number((first + i * step).toPrecision(12)));
  const at = (value: number) =>
    ends.to === ends.from
      ? (pixels[0] + pixels[1]) / 2
      : pixels[0] + ((value - ends.from) / (ends.to - ends.from)) * (pixels[1] - pixels[0]);
  return { ...ends, ticks: ticks.filter((tick) => tick <= ends.to + 1e-9), at };
}

const small = { size: textSize.small, colour: palette.muted } as const;

function yAxis({ y }: CurvesChart, { left, right, up }: CurveField): readonly Mark[] {
  const ticks = up.ticks.flatMap((tick) => [
    lineMark([left, up.at(tick)], [right, up.at(tick)]),
    textMark(axisNumber(tick, y.unit), left - 6, up.at(tick), { ...small, align: "right" }),
  ]);
  return [...ticks, textMark(clipText(y.title, right, textSize.small), 0, 8, small)];
}

function xAxis({ x }: CurvesChart, { left, right, bottom, across }: CurveField, width: number): readonly Mark[] {
  const places = x.names === null ? across.ticks : x.names.map((_, i) => i);
  const texts = places.map((place) =>
    x.names === null ? axisNumber(place, x.unit) : clipText(x.names[place] ?? "", 90, textSize.small),
  );
  const labels = places.map((place, i) => {
    const half = textWidth(texts[i] ?? "", textSize.small) / 2 + 4;
    return { centre: Math.min(Math.max(across.at(place), half), width - half), half };
  });
  const shown = evenLabels(labels).map((i) =>
    textMark(texts[i] ?? "", labels[i]?.centre ?? left, bottom + 13, { ...small, align: "center" }),
  );
  const title = clipText(x.title, right, textSize.small);
  return [...shown, textMark(title, right, bottom + 32, { ...small, align: "right" })];
}
