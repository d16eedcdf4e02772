import { describe, expect, it } from "vitest";
import { sampleCharts } from "../test-support/sample-charts.ts";
import type { ChartSpec } from "./chart-spec.ts";
import { chartSvg } from "./chart-svg.ts";

const setting = { language: "zh", width: 720, fontFamily: "'Noto Sans SC', sans-serif" } as const;

function named(label: string): ChartSpec {
  return { kind: "driver-bars", rows: [{ label, share: 0.5, interval: null, text: "50.0%" }] };
}

describe("chartSvg", () => {
  it.each(sampleCharts())("draws $kind the same twice", (spec) => {
    expect(chartSvg(spec, setting)).toBe(chartSvg(spec, setting));
  });

  it.each(["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", `"><svg onload=alert(1)>`])(
    "writes %s as text",
    (label) => {
      const svg = chartSvg(named(label), setting);
      expect(svg).not.toMatch(/<script|<img|<svg onload/);
      expect(svg).toContain("&lt;");
    },
  );

  it("asks for nothing from outside", () => {
    for (const spec of sampleCharts()) expect(chartSvg(spec, setting)).not.toMatch(/href|url\(|<image/);
  });

  it("sets its texts in the wanted font", () => {
    expect(chartSvg(named("价格"), setting)).toContain("font-family:'Noto Sans SC', sans-serif");
  });
});
