import type { Crosstab, Group, GroupBreakdown, TrackedMeasure, WaveResults } from "@manyi/analysis/results/compare";
import { sampleDifference, sampleFigure, suppressedFigure } from "./sample-figures.ts";
import { sampleIndicators } from "./sample-items.ts";

type LocalText = GroupBreakdown["label"];

const cities = ["城东", "城南", "高新", "滨江", "开发区"];

/** Groups of very unequal size; from five groups on, the last one is too small to be shown. */
export function sampleBreakdown(column: string, label: LocalText, count: number): GroupBreakdown {
  const groups = Array.from({ length: count }, (_, index): Group => {
    const n = Math.max(12, Math.round((1180 / count) * (1.6 - (1.2 * (index + 0.5)) / count)));
    const name = { zh: groupName(column, index, "zh"), en: groupName(column, index, "en") };
    const small = count > 4 && index === count - 1;
    const code = `${column}-${index + 1}`;
    return { code, label: name, n: small ? null : n, hidden: small ? "too-few" : null };
  });
  return {
    column,
    label,
    role: column === "branch" ? "unit" : "segment",
    groups,
    measures: [
      measureOf("csi", { zh: "客户满意度指数（CSI）", en: "Satisfaction index (CSI)" }, groups),
      measureOf("nps", { zh: "净推荐值（NPS）", en: "Net Promoter Score (NPS)" }, groups),
      measureOf("csat", { zh: "总体满意率（CSAT）", en: "Satisfied overall (CSAT)" }, groups),
    ],
    items: sampleIndicators.map(({ code, label: itemLabel, score }, item) => ({
      item: code,
      label: itemLabel,
      figures: groups.map(({ n }, index) => {
        const figure = sampleFigure("index", "index", score + wobble(index + item) * 4, 4, n ?? 10, { subject: code });
        return n === null ? suppressedFigure(figure) : figure;
      }),
    })),
    crosstab: crosstabOf(column, groups),
  };
}

function groupName(column: string, index: number, language: "zh" | "en"): string {
  if (column === "region")
    return (language === "zh" ? ["华东", "华南", "华北", "西部"] : ["East", "South", "North", "West"])[index] ?? "";
  if (column === "segment")
    return (language === "zh" ? ["重点客户", "一般客户", "新客户"] : ["Key", "Ordinary", "New"])[index] ?? "";
  if (column === "wave") return `${2025 + Math.floor(index / 4)}Q${(index % 4) + 1}`;
  const city = cities[index % cities.length] ?? "";
  return language === "zh" ? `${city}${Math.floor(index / cities.length) + 1}店` : `Branch ${index + 1}`;
}

/** −1 … 1, the same for the same index. */
function wobble(index: number): number {
  return Math.sin(index * 2.4);
}

const levels = {
  nps: { centre: 31, spread: 14 },
  share: { centre: 0.79, spread: 0.08 },
  index: { centre: 75, spread: 6 },
} as const;

function measureOf(id: TrackedMeasure["id"], label: LocalText, groups: readonly Group[]): TrackedMeasure {
  const unit = id === "nps" ? "nps" : id === "csat" ? "share" : "index";
  const { centre, spread } = levels[unit];
  return {
    id,
    label,
    unit,
    figures: groups.map(({ n }, index) => {
      const half = spread * 1.1 * Math.sqrt(60 / (n ?? 10));
      const figure = sampleFigure(
        unit === "nps" ? "nps" : unit === "share" ? "top-share" : "index",
        unit,
        centre + wobble(index) * spread,
        half,
        n ?? 10,
      );
      return n === null ? suppressedFigure(figure) : figure;
    }),
    differences: groups.map(({ n }, index) =>
      n === null
        ? { difference: { kind: "suppressed", reason: "too-few", minimum: 10 }, adjustedPValue: null, evidence: "none" }
        : sampleDifference(wobble(index) * spread, spread * 1.3 * Math.sqrt(60 / n)),
    ),
  };
}

function crosstabOf(column: string, groups: readonly Group[]): Crosstab {
  const answers = ["很不满意", "不满意", "一般", "满意", "很满意"];
  const english = ["Very dissatisfied", "Dissatisfied", "Fair", "Satisfied", "Very satisfied"];
  const share = [0.03, 0.06, 0.12, 0.44, 0.35];
  const shares = answers.map((_, answer) =>
    groups.map(({ n }, index) =>
      n === null ? null : (share[answer] ?? 0) + (answer === 4 ? 1 : answer === 2 ? -1 : 0) * wobble(index) * 0.05,
    ),
  );
  return {
    rowColumn: "overall",
    columnColumn: column,
    rows: answers.map((label, index) => ({
      code: String(index + 1),
      label: { zh: label, en: english[index] ?? "" },
      n: 200,
      hidden: null,
    })),
    columns: groups,
    counts: shares.map((line) =>
      line.map((value, index) => (value === null ? null : Math.round(value * (groups[index]?.n ?? 0)))),
    ),
    shares,
    letters: answers.map((_, answer) => groups.map((_, index) => (answer === 4 && index === 1 ? "A" : ""))),
    columnLetters: groups.map((_, index) => String.fromCharCode(65 + index)),
    adjustedResiduals: shares.map((line) => line.map((value) => (value === null ? null : 0.4))),
    test: {
      kind: "tested",
      method: "rao-scott",
      statistic: 2.41,
      degreesOfFreedom: 11.3,
      denominatorDegreesOfFreedom: 13294.2,
      pValue: 0.0061,
      cramersV: 0.09,
      smallestExpected: 3.1,
      shareExpectedBelow5: 0.25,
      n: 1164,
    },
  };
}

const waveLabels = {
  csi: { zh: "客户满意度指数（CSI）", en: "Satisfaction index (CSI)" },
  "satisfied-customer-rate": { zh: "满意客户率", en: "Satisfied customers" },
  nps: { zh: "净推荐值（NPS）", en: "Net Promoter Score (NPS)" },
} as const;

/** Measures and items through waves; only the last change of the index is one that its interval carries. */
export function sampleWaves(count: number): WaveResults {
  const waves = Array.from({ length: count }, (_, index): Group => {
    const name = groupName("wave", index, "zh");
    return { code: name, label: { zh: name, en: name }, n: 190 + index * 2, hidden: null };
  });
  const measures = (["csi", "satisfied-customer-rate", "nps"] as const).map((id): TrackedMeasure => {
    const measure = measureOf(id === "satisfied-customer-rate" ? "csat" : id, waveLabels[id], waves);
    const scale = measure.unit === "share" ? 0.01 : 1;
    return {
      ...measure,
      id,
      figures: waves.map(({ n }, index) => {
        const value =
          measure.unit === "share" ? 0.64 + index / 100 : measure.unit === "nps" ? 24 + index * 1.5 : 72 + index * 0.6;
        return sampleFigure(
          measure.unit === "nps" ? "nps" : "index",
          measure.unit,
          value,
          (measure.unit === "nps" ? 9 : 2.4) * scale,
          n ?? 0,
        );
      }),
      differences: waves.map((_, index) =>
        index === 0
          ? null
          : sampleDifference((id === "csi" && index === count - 1 ? 3.9 : 0.6) * scale, (id === "nps" ? 9 : 3) * scale),
      ),
    };
  });
  return {
    column: "wave",
    waves,
    measures,
    reworded: [],
    items: sampleIndicators.map(({ code, label, score }, index) => ({
      item: code,
      label,
      from: sampleFigure("index", "index", score, 3.1, 198, { subject: code }),
      to: sampleFigure("index", "index", score + wobble(index) * 5, 3.1, 200, { subject: code }),
      change: sampleDifference(wobble(index) * 5, 4.2),
    })),
  };
}
