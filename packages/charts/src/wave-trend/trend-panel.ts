import type { ChartedValue } from "../charted-value.ts";
import { type AxisUnit, axisNumber } from "../drawing/axis-number.ts";
import type { Mark, Part } from "../drawing/drawing.ts";
import { type AxisLimits, type LinearScale, niceScale } from "../drawing/linear-scale.ts";
import { dotMark, lineMark, pathMark, rounded, textMark, textSize } from "../drawing/marks.ts";
import { palette } from "../drawing/palette.ts";
import { clipText, textWidth } from "../text/text-width.ts";
import { evenLabels } from "./free-labels.ts";
import { type Numbered, pointLabels } from "./point-labels.ts";

/** One measure with its axis. */
export interface TrendPanel {
  readonly label: string;
  readonly unit: AxisUnit;
  readonly limits: AxisLimits;
  /** One a wave. */
  readonly points: readonly ChartedValue[];
}

/** Where a panel stands in the drawing. */
export interface PanelBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Place {
  readonly x: number;
  readonly value: ChartedValue;
}

/** Waves closer than this, in pixels, are drawn without a line of their own. */
const whiskerRoom = 9;

/** One measure through the waves: line with band, and the numbers that find room.
 *  @param values all values that the axis must cover */
export function drawPanel(panel: TrendPanel, waves: readonly string[], values: readonly number[], box: PanelBox): Part {
  const [top, bottom] = [box.top + 46, box.top + box.height - 26];
  const scale = niceScale(values, panel.limits, [bottom, top], 3);
  const left = box.left + 44;
  const slot = (box.left + box.width - left) / Math.max(1, waves.length);
  const places = panel.points.map((value, index) => ({ x: left + slot * (index + 0.5), value }));
  const title = textMark(clipText(panel.label, box.width, textSize.normal), box.left, box.top + 10, { weight: 600 });
  const marks = [
    title,
    ...axisMarks(panel, scale, [left, box.left + box.width]),
    ...runs(places).flatMap((run) => runMarks(run, scale, slot)),
    ...pointLabels(
      places.flatMap(({ x, value }) => (value.kind === "interval" ? [{ x, value }] : [])),
      scale,
      { left: left - 2, right: box.left + box.width, top: box.top + 20, bottom },
    ),
    ...missingMarks(places, bottom, slot),
    ...waveNames(waves, left, slot, bottom + 14, box),
  ];
  return { name: panel.label, marks };
}

function axisMarks(panel: TrendPanel, scale: LinearScale, [left, right]: readonly [number, number]): readonly Mark[] {
  const style = { align: "right", size: textSize.small, colour: palette.muted } as const;
  return scale.ticks.flatMap((tick) => [
    lineMark([left, scale.at(tick)], [right, scale.at(tick)]),
    textMark(axisNumber(tick, panel.unit), left - 8, scale.at(tick), style),
  ]);
}

/** Waves next to one another that have a number; a line never runs across a wave without one. */
function runs(places: readonly Place[]): readonly (readonly Numbered[])[] {
  const found: Numbered[][] = [[]];
  for (const { x, value } of places) {
    if (value.kind === "interval") found.at(-1)?.push({ x, value });
    else found.push([]);
  }
  return found.filter((run) => run.length > 0);
}

function runMarks(run: readonly Numbered[], scale: LinearScale, slot: number): readonly Mark[] {
  const upper = run.map(({ x, value }) => [rounded(x), rounded(scale.at(value.upper))] as const);
  const lower = run.map(({ x, value }) => [rounded(x), rounded(scale.at(value.lower))] as const);
  const line = run.map(({ x, value }) => [x, scale.at(value.value)] as const);
  const band: Mark = {
    kind: "polygon",
    points: [...upper, ...lower.toReversed()],
    fill: palette.primary,
    opacity: 0.16,
  };
  // Where waves stand close, the band says the same as their lines, and dots would merge into a chain. A wave that
  // stands alone has no band, so it keeps both.
  const dense = slot < whiskerRoom && run.length > 1;
  const whiskers = (dense ? [] : run).map(({ x, value }) =>
    lineMark([x, scale.at(value.lower)], [x, scale.at(value.upper)], { colour: palette.primary, width: 1.2 }),
  );
  const radius = Math.min(4, Math.max(1.5, slot / 3));
  const dots = (dense ? [] : line).map(([x, y]) => dotMark(x, y, { fill: palette.primary, radius }));
  return [band, ...whiskers, pathMark(line, { colour: palette.primary, width: 2 }), ...dots];
}

/** A wave without a number says why where there is room, else shows an empty ring on the axis. */
function missingMarks(places: readonly Place[], bottom: number, slot: number): readonly Mark[] {
  return places.flatMap(({ x, value }): readonly Mark[] => {
    if (value.kind === "interval") return [];
    const style = { align: "center", size: textSize.small, colour: palette.muted } as const;
    return textWidth(value.text, textSize.small) + 4 <= slot
      ? [textMark(value.text, x, bottom - 10, style)]
      : [
          dotMark(x, bottom, {
            fill: palette.paper,
            stroke: palette.mark,
            radius: Math.min(3, Math.max(1.5, slot / 3)),
          }),
        ];
  });
}

function waveNames(waves: readonly string[], left: number, slot: number, y: number, box: PanelBox): readonly Mark[] {
  const right = box.left + box.width;
  const names = waves.map((wave) => clipText(wave, Math.max(slot, 70), textSize.small));
  const labels = names.map((name, index) => {
    const half = textWidth(name, textSize.small) / 2 + 4;
    return { centre: Math.min(Math.max(left + slot * (index + 0.5), box.left + half), right - half), half };
  });
  const style = { align: "center", size: textSize.small, colour: palette.muted } as const;
  return evenLabels(labels).map((index) => textMark(names[index] ?? "", labels[index]?.centre ?? left, y, style));
}
