import { describe, expect, it } from "vitest";
import { sampleCharts, sampleInterval } from "../test-support/sample-charts.ts";
import type { ChartSpec } from "./chart-spec.ts";
import { drawChart } from "./draw-chart.ts";
import type { Drawing, TextMark } from "./drawing/drawing.ts";
import { textWidth } from "./text/text-width.ts";

const widths = [344, 720] as const;
const cases = sampleCharts().flatMap((spec) => widths.map((width) => ({ kind: spec.kind, spec, width })));

function texts(drawing: Drawing): readonly TextMark[] {
  return drawing.parts.flatMap(({ marks }) => marks.filter((mark) => mark.kind === "text"));
}

function box({ text, x, y, size, align }: TextMark) {
  const width = textWidth(text, size);
  const left = align === "left" ? x : align === "right" ? x - width : x - width / 2;
  return { left, right: left + width, top: y - size / 2, bottom: y + size / 2 };
}

function colliding(drawing: Drawing): readonly string[] {
  const boxes = texts(drawing).map((mark) => ({ text: mark.text, ...box(mark) }));
  return boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (other) =>
          one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom && other.top < one.bottom,
      )
      .map((other) => `${one.text} | ${other.text}`),
  );
}

describe("every chart at every width", () => {
  it.each(cases)("keeps the texts of $kind inside its $width px", ({ spec, width }) => {
    const drawing = drawChart(spec, "zh", width);
    const outside = texts(drawing).filter((mark) => {
      const { left, right, top, bottom } = box(mark);
      return left < -1 || right > width + 1 || top < 0 || bottom > drawing.height;
    });
    expect(outside.map(({ text }) => text)).toEqual([]);
  });

  it.each(cases)("lets no two texts of $kind touch at $width px", ({ spec, width }) => {
    expect(colliding(drawChart(spec, "en", width))).toEqual([]);
  });

  it.each(cases)("writes $kind at $width px in 11 px or more", ({ spec, width }) => {
    expect(Math.min(...texts(drawChart(spec, "zh", width)).map(({ size }) => size))).toBeGreaterThanOrEqual(11);
  });

  it.each(cases)("places every mark of $kind at $width px at a number", ({ spec, width }) => {
    expect(JSON.stringify(drawChart(spec, "zh", width))).not.toContain("null");
  });
});

describe("a value that is not shown", () => {
  it("stands as words and leaves no dot, line or bar", () => {
    const [chart] = sampleCharts();
    const part =
      chart === undefined ? undefined : drawChart(chart, "zh", 720).parts.find(({ name }) => name === "价格");
    expect(part?.marks.map((mark) => (mark.kind === "text" ? mark.text : mark.kind))).toEqual(["价格", "n < 10"]);
  });

  it("interrupts the line of a trend", () => {
    const points = [1, 2, 3, 4, 5].map((index) => sampleInterval(60 + index, 2));
    const broken = points.map((point, index) => (index === 2 ? ({ kind: "words", text: "n < 10" } as const) : point));
    expect(linesOf(points)).toBe(1);
    expect(linesOf(broken)).toBe(2);
  });

  function linesOf(points: Extract<ChartSpec, { kind: "wave-trend" }>["panels"][number]["points"]): number {
    const panel = { label: "a", unit: "points", limits: { from: 0, to: 100 }, points } as const;
    const drawing = drawChart({ kind: "wave-trend", waves: ["1", "2", "3", "4", "5"], panels: [panel] }, "zh", 720);
    return drawing.parts.flatMap(({ marks }) => marks).filter((mark) => mark.kind === "polygon").length;
  }
});

describe("evidence", () => {
  it("has a shape of its own beside its colour", () => {
    const [chart] = sampleCharts();
    if (chart?.kind !== "dot-interval") throw new Error("the first sample is the comparison");
    const shapes = drawChart(chart, "zh", 720).parts.flatMap(({ marks }) => marks.map(({ kind }) => kind));
    expect(shapes.filter((kind) => kind === "polygon")).toHaveLength(3);
    expect(shapes.filter((kind) => kind === "dot")).toHaveLength(4);
  });
});
