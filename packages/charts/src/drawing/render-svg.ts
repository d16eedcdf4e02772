import type { EChartsOption } from "echarts";
import { CustomChart } from "echarts/charts";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([CustomChart, SVGRenderer]);

/** Draws an option as an SVG document, without a browser. The chart is disposed of: a server would leak it otherwise.
 *  @param size in pixels */
export function renderSvg(option: EChartsOption, size: { readonly width: number; readonly height: number }): string {
  const chart = init(null, null, { renderer: "svg", ssr: true, width: size.width, height: size.height });
  try {
    chart.setOption(option);
    return withoutBookkeeping(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}

/** Leaves out ECharts' own marks and styles for pointers. They hold a counter of the process, so the same chart would
 *  not be the same file twice. */
function withoutBookkeeping(svg: string): string {
  const plain = svg.replace(/<style >[\s\S]*?<\/style>\n?/g, "");
  return plain.replace(/<[a-z]+ [^>]*>/g, (tag) => tag.replace(/ (?:class="zr[^"]*"|ecmeta_[a-z_]+="[^"]*")/g, ""));
}
