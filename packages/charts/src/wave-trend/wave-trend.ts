import type { Drawing, Part } from "../drawing/drawing.ts";
import { drawPanel, type PanelBox, type TrendPanel } from "./trend-panel.ts";

/** Measures followed through waves, a small panel each. */
export interface WaveTrendChart {
  readonly kind: "wave-trend";
  readonly waves: readonly string[];
  readonly panels: readonly TrendPanel[];
}

const panelHeight = 176;
const gap = 28;

/** Draws the panels, two beside each other where there is room. Panels of one unit share their axis, so that they can
 *  be compared. */
export function drawWaveTrend(chart: WaveTrendChart, width: number): Drawing {
  const columns = panelColumns(chart.panels.length, width);
  const panelWidth = (width - gap * (columns - 1)) / columns;
  const rows = Math.ceil(chart.panels.length / columns);
  const parts: Part[] = chart.panels.map((panel, index) => {
    const left = (index % columns) * (panelWidth + gap);
    const top = Math.floor(index / columns) * panelHeight;
    const box: PanelBox = { left, top, width: panelWidth, height: panelHeight - 12 };
    return drawPanel(panel, chart.waves, sharedValues(panel, chart.panels), box);
  });
  return { width, height: rows * panelHeight, parts };
}

function panelColumns(panels: number, width: number): number {
  if (width < 520) return 1;
  return Math.min(panels, panels === 3 ? 3 : 2);
}

function sharedValues(panel: TrendPanel, panels: readonly TrendPanel[]): readonly number[] {
  const alike = panels.filter(
    ({ unit, limits }) => unit === panel.unit && limits.from === panel.limits.from && limits.to === panel.limits.to,
  );
  const values = alike.flatMap(({ points }) =>
    points.flatMap((point) => (point.kind === "interval" ? [point.lower, point.upper] : [])),
  );
  return values.length === 0 ? [panel.limits.from, panel.limits.to] : values;
}
