import type { Block } from "@manyi/reports/document/block";
import type { Figure } from "@manyi/reports/document/figure";
import type { ReportDocument, Section } from "@manyi/reports/document/report-document";
import type { Row, Table } from "@manyi/reports/document/table";

const words = {
  zh: {
    title: "代理记账客户满意度",
    summary: "摘要",
    items: "指标",
    finding: "办事效率得分最低（56.4），是最该先改的",
    good: "好",
    see: "见第 2 节",
    index: "客户满意度指数（CSI）",
    caution: "相关不等于因果。",
    table: "各维度得分",
    shares: "各档占比",
    name: "维度",
    score: "得分",
    names: ["专业能力", "沟通", "价格", "办事效率"],
    scale: ["很不满意", "不满意", "一般", "满意", "很满意"],
  },
  en: {
    title: "Bookkeeping clients",
    summary: "Summary",
    items: "Items",
    finding: "Efficiency scores lowest (56.4): improve it first",
    good: "good",
    see: "see section 2",
    index: "Customer satisfaction index (CSI)",
    caution: "Association is not cause.",
    table: "Scores of the dimensions",
    shares: "Shares of each answer",
    name: "Dimension",
    score: "Score",
    names: ["Expertise", "Communication", "Price", "Efficiency"],
    scale: ["Very bad", "Bad", "Neither", "Good", "Very good"],
  },
} as const;
const scores = [70.4, 67.9, 64.7, 56.4];
type Words = (typeof words)["zh" | "en"];

/** A short report with every kind of block, a chart whose table stands beside it and one with a table of its own. */
export function sampleReport(language: "zh" | "en"): ReportDocument {
  const text = words[language];
  const sections: readonly Section[] = [
    { anchor: "summary", number: "1", heading: text.summary, blocks: summaryBlocks(text), subsections: [] },
    { anchor: "items", number: "2", heading: text.items, blocks: itemBlocks(text), subsections: [] },
  ];
  return {
    language,
    title: text.title,
    subtitle: "2026",
    organisation: null,
    producedOn: "2026-11-22",
    meta: [
      { term: "n", text: "1,200" },
      { term: "Manyi", text: "0.1.0" },
    ],
    sections,
  };
}

function summaryBlocks(text: Words): readonly Block[] {
  const finding = {
    tone: "good",
    toneWord: text.good,
    text: text.finding,
    evidence: { anchor: "items", text: text.see },
  } as const;
  return [
    { kind: "findings", findings: [finding] },
    {
      kind: "key-figures",
      figures: [{ label: text.index, value: "64.7", detail: "(63.7–65.6) · n = 1,200", remarks: [text.good] }],
    },
    { kind: "note", tone: "caution", runs: [{ kind: "strong", text: text.caution }] },
    { kind: "list", items: [[{ kind: "plain", text: text.finding }]] },
    { kind: "definitions", entries: [{ term: text.score, runs: [{ kind: "link", text: text.see, anchor: "items" }] }] },
    {
      kind: "formula",
      name: text.score,
      formula: [
        { kind: "plain", text: "x" },
        { kind: "subscript", text: "i" },
      ],
      words: [{ kind: "plain", text: text.score }],
    },
  ];
}

function itemBlocks(text: Words): readonly Block[] {
  return [
    { kind: "paragraph", runs: [{ kind: "plain", text: text.finding }] },
    { kind: "figure", figure: dotFigure(text) },
    { kind: "table", table: scoreTable(text) },
    { kind: "figure", figure: sharesFigure(text) },
  ];
}

function dotFigure(text: Words): Figure {
  return {
    title: text.finding,
    subtitle: "0–100 · n = 1,125–1,200",
    alternative: text.finding,
    reading: text.caution,
    table: null,
    chart: {
      kind: "dot-interval",
      unit: "points",
      limits: { from: 0, to: 100 },
      covers: null,
      reference: null,
      rows: text.names.map((label, index) => ({
        label,
        value: {
          kind: "interval",
          value: scores[index] ?? 0,
          lower: (scores[index] ?? 0) - 1.4,
          upper: (scores[index] ?? 0) + 1.4,
          text: String(scores[index]),
        },
        note: "n = 1,125",
        evidence: "none",
      })),
    },
  };
}

function sharesFigure(text: Words): Figure {
  const shares = [0.05, 0.1, 0.25, 0.4, 0.2];
  return {
    title: text.shares,
    subtitle: "n = 1,125",
    alternative: text.shares,
    reading: "",
    table: { ...scoreTable(text), caption: text.shares },
    chart: {
      kind: "rating-distribution",
      answers: text.scale.map((label, index) => ({ label, short: String(index + 1) })),
      rows: text.names.map((label) => ({
        label,
        shares: shares.map((share) => ({ share, text: String(share * 100) })),
        note: "n = 1,125",
      })),
    },
  };
}

function scoreTable(text: Words): Table {
  const rows = text.names.map((name, index): Row => {
    const score = scores[index] ?? 0;
    return {
      kind: "plain",
      cells: [
        { kind: "text", text: name, full: null },
        { kind: "number", text: `${score} (${(score - 1.4).toFixed(1)}–${(score + 1.4).toFixed(1)})` },
        { kind: "bar", from: 0, to: 100, value: score, lower: score - 1.4, upper: score + 1.4, text: String(score) },
      ],
    };
  });
  const total: Row = {
    kind: "total",
    cells: [
      { kind: "text", text: text.index, full: null },
      { kind: "number", text: "64.7 (63.7–65.6)" },
      { kind: "missing", text: "—" },
    ],
  };
  return {
    caption: text.table,
    columns: [
      { heading: text.name, role: "name" },
      { heading: text.score, role: "number" },
      { heading: "0–100", role: "bar" },
    ],
    rows: [...rows, total],
    notes: [text.caution],
  };
}
