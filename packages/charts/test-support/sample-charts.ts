import type { ChartSpec } from "../src/chart-spec.ts";
import type { ChartedValue } from "../src/charted-value.ts";

/** Names from short to far too long, in both scripts and without a break. */
const sampleNames = [
  "账务处理准确",
  "报税及时",
  "专业能力与政策解读的准确程度（含税务筹划建议、优惠政策提醒）",
  "Quick replies to questions by telephone, message or e-mail",
  "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
  "价格",
  "长".repeat(200),
  "沟通渠道方便",
] as const;

/** A value with a symmetric interval. */
export function sampleInterval(value: number, half: number, text: string = value.toFixed(1)): ChartedValue {
  return { kind: "interval", value, lower: value - half, upper: value + half, text };
}

const hidden: ChartedValue = { kind: "words", text: "n < 10" };

const comparison: ChartSpec = {
  kind: "dot-interval",
  unit: "points",
  limits: { from: 0, to: 100 },
  covers: null,
  reference: { value: 72.4, label: "总体 72.4" },
  rows: sampleNames.map((label, index) => ({
    label,
    value: index === 5 ? hidden : sampleInterval(86 - index * 3.3, 2 + index / 2),
    note: index === 5 ? "" : `n = 1,1${index}0`,
    evidence: index < 2 ? "higher" : index === 7 ? "lower" : "none",
  })),
};

const drivers: ChartSpec = {
  kind: "driver-bars",
  rows: sampleNames.map((label, index) => {
    const share = 0.28 - index * 0.03;
    return { label, share, interval: { lower: share * 0.7, upper: share * 1.3 }, text: `${28 - index * 3}.0%` };
  }),
};

const distribution: ChartSpec = {
  kind: "rating-distribution",
  answers: ["很不满意", "不满意", "一般", "满意", "很满意"].map((label, index) => ({
    label,
    short: `${index + 1}`,
  })),
  rows: sampleNames.map((label, index) => ({
    label,
    note: index === 5 ? "n < 10" : "n = 1,180",
    shares: index === 5 ? [] : [0.02, 0.08, 0.2, 0.4, 0.3].map((share) => ({ share, text: (share * 100).toFixed(1) })),
  })),
};

const matrix: ChartSpec = {
  kind: "importance-performance",
  measure: "rating",
  performance: { unit: "points", limits: { from: 0, to: 100 }, line: 72 },
  importance: { unit: "points", limits: { from: 0, to: 5 }, line: 4.1 },
  points: sampleNames.map((label, index) => ({
    number: index + 1,
    label,
    performance: 80 - (index % 4) * 1.2,
    importance: 4 + ((index * 3) % 8) / 40,
    quadrant: index % 4 === 0 ? "concentrate-here" : "keep-up",
  })),
};

const trend: ChartSpec = {
  kind: "wave-trend",
  waves: ["2025Q1", "2025Q2", "2025Q3", "2025Q4", "2026Q1", "2026Q2"],
  panels: ["满意度指数", sampleNames[6], "NPS"].map((label) => ({
    label,
    unit: "points",
    limits: { from: 0, to: 100 },
    points: [0, 1, 2, 3, 4, 5].map((index) => (index === 2 ? hidden : sampleInterval(70 + index, 2))),
  })),
};

/** Five years of months that go up and down, one of them hidden. */
const longTrend: ChartSpec = {
  kind: "wave-trend",
  waves: Array.from({ length: 60 }, (_, index) => `${2021 + Math.floor(index / 12)}-${(index % 12) + 1}`),
  panels: ["满意度指数", "NPS"].map((label) => ({
    label,
    unit: "points",
    limits: { from: 0, to: 100 },
    points: Array.from({ length: 60 }, (_, index) =>
      index === 20 ? hidden : sampleInterval(70 + Math.sin(index / 3) * 9 + (index % 7), 3),
    ),
  })),
};

/** Points on the words of all four fields. */
const corners: ChartSpec = {
  kind: "importance-performance",
  measure: "index",
  performance: { unit: "points", limits: { from: 0, to: 100 }, line: 50 },
  importance: { unit: "points", limits: { from: 0, to: 5 }, line: 2.5 },
  points: [0.02, 0.05, 0.95, 0.98].flatMap((x, column) =>
    [0.03, 0.97].map((y, line) => ({
      number: column * 2 + line + 1,
      label: sampleNames[column * 2 + line] ?? "",
      performance: x * 100,
      importance: y * 5,
      quadrant: "keep-up" as const,
    })),
  ),
};

/** A plane with names of every length, among them far too long ones of its fields and axes. */
const plane: ChartSpec = {
  kind: "plane",
  x: { title: "缺少时的下降 →", unit: "points", limits: { from: 0, to: 1 }, line: 0.5 },
  y: { title: "长".repeat(200), unit: "share", limits: { from: 0, to: 1 }, line: 0.5 },
  points: sampleNames.map((label, index) => ({
    number: index + 1,
    label,
    x: ((index * 3) % 8) / 8,
    y: 0.95 - index / 9,
    tone: index === 3 ? ("urgent" as const) : ("plain" as const),
  })),
  fields: [
    { text: "魅力", tone: "plain" },
    { text: "One-dimensional", tone: "urgent" },
    { text: "长".repeat(90), tone: "plain" },
    { text: "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk", tone: "plain" },
  ],
};

/** No names of fields, and one point alone. */
const bare: ChartSpec = {
  kind: "plane",
  x: { title: "x", unit: "points", limits: { from: -1, to: 1 }, line: 0 },
  y: { title: "y", unit: "points", limits: { from: 0, to: 100 }, line: 50 },
  points: [{ number: 1, label: "价格", x: -0.3, y: 20, tone: "plain" }],
  fields: null,
};

const grade: ChartSpec = {
  kind: "key-index",
  value: 79.4,
  lower: 78.2,
  upper: 80.6,
  text: "79.4",
  bands: ["很不满意", "不满意", "一般", "满意", "很满意"].map((label, index) => ({
    label,
    from: [0, 60, 70, 80, 95][index] ?? 0,
  })),
  target: { value: 80, label: "目标 80" },
};

/** Lines with a band, marked points and limits: eight of them, with names of every length. */
const eigenvalues: ChartSpec = {
  kind: "curves",
  shape: "lines",
  x: { title: "第几个因子 →", unit: "points", names: null },
  y: { title: "特征值", unit: "points" },
  curves: sampleNames.map((label, index) => ({
    label,
    points: Array.from({ length: 12 }, (_, x) => ({
      x: x + 1,
      y: (9 - index) / (x + 1),
      band: index === 0 ? { lower: 8 / (x + 1), upper: 10 / (x + 1) } : null,
      mark: x < 2,
    })),
  })),
  limits: [{ label: "上限", values: [4] }],
};

/** Steps over named places with limits that change. */
const survival: ChartSpec = {
  kind: "curves",
  shape: "steps",
  x: { title: "Month →", unit: "points", names: ["2025Q1", "2025Q2", "2025Q3", "2025Q4", "2026Q1", "2026Q2"] },
  y: { title: "Share", unit: "share" },
  curves: [
    {
      label: "Share of customers who stayed",
      points: [1, 0.9, 0.86, 0.7, 0.66, 0.6].map((y, x) => ({
        x,
        y,
        band: { lower: y - 0.08, upper: Math.min(1, y + 0.08) },
        mark: x === 4,
      })),
    },
  ],
  limits: [{ label: "Lower limit", values: [0.8, 0.75, 0.7, 0.65, 0.6, 0.55] }],
};

/** A European satisfaction model, with a label that is far too long. */
const model: ChartSpec = {
  kind: "paths",
  constructs: ["image", "expectation", "quality", "value", "satisfaction", "complaints", "loyalty"].map(
    (code, index) => ({
      code,
      label: index === 3 ? sampleNames[4] : index === 5 ? "Complaints and how they were dealt with" : code,
      values: index === 0 ? ["Index 65.2"] : ["Index 65.2", "R² 43.5%"],
    }),
  ),
  paths: [
    ["image", "expectation"],
    ["image", "satisfaction"],
    ["image", "loyalty"],
    ["expectation", "quality"],
    ["expectation", "value"],
    ["expectation", "satisfaction"],
    ["quality", "value"],
    ["quality", "satisfaction"],
    ["value", "satisfaction"],
    ["satisfaction", "complaints"],
    ["satisfaction", "loyalty"],
    ["complaints", "loyalty"],
  ].map(([from = "", to = ""], index) => ({
    from,
    to,
    text: index === 4 ? "−0.08" : "0.51",
    strength: 0.5,
    isClear: index !== 4,
  })),
};

/** One chart of each kind, with names of every length and a value that is not shown. */
export function sampleCharts(): readonly ChartSpec[] {
  return [
    comparison,
    drivers,
    distribution,
    matrix,
    corners,
    plane,
    bare,
    trend,
    longTrend,
    grade,
    eigenvalues,
    survival,
    model,
  ];
}
