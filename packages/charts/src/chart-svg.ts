import type { Language } from "@manyi/analysis/results/text-in";
import type { ChartSpec } from "./chart-spec.ts";
import { drawChart } from "./draw-chart.ts";
import { chartOption } from "./drawing/chart-option.ts";
import { renderSvg } from "./drawing/render-svg.ts";

/** How a chart is to be drawn: the language of its axis words, its width in pixels, a CSS list of font families. */
export interface ChartSetting {
  readonly language: Language;
  readonly width: number;
  readonly fontFamily: string;
}

/** A chart as an SVG document. */
export function chartSvg(spec: ChartSpec, setting: ChartSetting): string {
  const drawing = drawChart(spec, setting.language, setting.width);
  return renderSvg(chartOption(drawing, setting.fontFamily), {
    width: drawing.width,
    height: Math.ceil(drawing.height),
  });
}
