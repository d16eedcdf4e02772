import type { CustomSeriesRenderItemReturn, EChartsOption } from "echarts";
import type { Drawing, Mark } from "./drawing.ts";

/** A drawing as an ECharts option: one item of a custom series for each part, so that a live chart can point at it.
 *  @param fontFamily CSS list of families; the drawing leaves room for wide ones */
export function chartOption(drawing: Drawing, fontFamily: string): EChartsOption {
  return {
    animation: false,
    series: [
      {
        type: "custom",
        coordinateSystem: "none",
        silent: true,
        data: drawing.parts.map((part) => ({ name: part.name, value: 0 })),
        renderItem: (params) => partElement(drawing.parts[params.dataIndex]?.marks ?? [], fontFamily),
      },
    ],
  };
}

function partElement(marks: readonly Mark[], fontFamily: string): CustomSeriesRenderItemReturn {
  return { type: "group", children: marks.map((mark) => markElement(mark, fontFamily)) };
}

type Element = Exclude<CustomSeriesRenderItemReturn, null | undefined>;

function markElement(mark: Mark, fontFamily: string): Element {
  switch (mark.kind) {
    case "text":
      return {
        type: "text",
        style: {
          text: mark.text,
          x: mark.x,
          y: mark.y,
          fill: mark.colour,
          fontSize: mark.size,
          fontWeight: mark.weight === 600 ? 600 : "normal",
          fontFamily,
          align: mark.align,
          verticalAlign: "middle",
        },
      };
    case "line":
      return {
        type: "polyline",
        shape: { points: mark.points.map(([x, y]) => [x, y]) },
        style: { stroke: mark.colour, lineWidth: mark.width, lineDash: [...mark.dash], fill: "none" },
      };
    case "rect":
      return {
        type: "rect",
        shape: { x: mark.x, y: mark.y, width: mark.width, height: mark.height, r: mark.radius ?? 0 },
        style: { fill: mark.fill },
      };
    case "dot":
      return {
        type: "circle",
        shape: { cx: mark.x, cy: mark.y, r: mark.radius },
        style: { fill: mark.fill, stroke: mark.stroke, lineWidth: 1.5 },
      };
    case "polygon":
      return {
        type: "polygon",
        shape: { points: mark.points.map(([x, y]) => [x, y]) },
        style: { fill: mark.fill, opacity: mark.opacity },
      };
  }
}
