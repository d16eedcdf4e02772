import type {
  DimensionResult,
  DistributionCell,
  IndexResult,
  ItemResult,
  Reliability,
} from "@manyi/analysis/results/items";
import { sampleFigure } from "./sample-figures.ts";

type LocalText = ItemResult["label"];

/** Code, label, dimension, score and weight of the sample's items. */
export const sampleIndicators: readonly {
  readonly code: string;
  readonly label: LocalText;
  readonly dimension: string;
  readonly score: number;
  readonly weight: number;
}[] = [
  { code: "q1", label: { zh: "账务处理准确", en: "Accurate books" }, dimension: "quality", score: 83.4, weight: 0.18 },
  { code: "q2", label: { zh: "报税及时", en: "Taxes filed on time" }, dimension: "quality", score: 79.2, weight: 0.16 },
  {
    code: "q3",
    label: { zh: "政策解读专业", en: "Expert advice on rules" },
    dimension: "expertise",
    score: 76.8,
    weight: 0.14,
  },
  {
    code: "q4",
    label: { zh: "税务筹划建议有用", en: "Useful tax planning" },
    dimension: "expertise",
    score: 64.1,
    weight: 0.12,
  },
  { code: "q5", label: { zh: "服务态度友好", en: "Friendly staff" }, dimension: "attitude", score: 85.6, weight: 0.11 },
  {
    code: "q6",
    label: { zh: "问题回复及时", en: "Quick replies to questions" },
    dimension: "efficiency",
    score: 66.3,
    weight: 0.13,
  },
  {
    code: "q7",
    label: { zh: "沟通渠道方便", en: "Convenient channels" },
    dimension: "communication",
    score: 74.5,
    weight: 0.08,
  },
  {
    code: "q8",
    label: { zh: "主动提醒与回访", en: "Reminders and call-backs" },
    dimension: "communication",
    score: 68.9,
    weight: 0.08,
  },
];

const answers: readonly LocalText[] = [
  { zh: "很不满意", en: "Very dissatisfied" },
  { zh: "不满意", en: "Dissatisfied" },
  { zh: "一般", en: "Fair" },
  { zh: "满意", en: "Satisfied" },
  { zh: "很满意", en: "Very satisfied" },
];

/** Items with a distribution that leans towards the good end the more, the higher the score. */
export function sampleItems(): readonly ItemResult[] {
  return sampleIndicators.map(({ code, label, dimension, score, weight }, index) => {
    const n = 1172 - index * 9;
    return {
      code,
      label,
      dimension,
      distribution: sampleDistribution(score, n),
      noRating: {
        notShown: 0,
        skipped: 3 + index,
        notApplicable: 5 + index * 7,
        dontKnow: index,
        refused: 0,
        setAside: 0,
      },
      index: sampleFigure("index", "index", score, 1.3, n, { subject: code }),
      mean: sampleFigure("mean", "rating", 1 + score / 25, 0.05, n, { subject: code }),
      topShare: sampleFigure("top-share", "share", score / 110, 0.024, n, { subject: code }),
      bottomShare: sampleFigure("bottom-share", "share", (100 - score) / 300, 0.014, n, { subject: code }),
      median: sampleFigure("median", "rating", score > 75 ? 4 : 3, 0, n, { subject: code }),
      standardDeviation: 0.87,
      otherConversions: [],
      statedImportance: sampleFigure("importance", "rating", 3.9 + weight * 4, 0.04, n, { subject: code }),
      weight,
    };
  });
}

function sampleDistribution(score: number, n: number): readonly DistributionCell[] {
  const lean = answers.map((_, index) => Math.exp(-(((index - (score / 100) * 4.4) / 1.1) ** 2)));
  const sum = lean.reduce((total, part) => total + part, 0);
  return answers.map((label, index) => {
    const share = (lean[index] ?? 0) / sum;
    return { code: String(index + 1), label, value: index + 1, count: Math.round(share * n), share };
  });
}

function sampleReliability(items: number): Reliability {
  if (items < 2) return { kind: "none", reason: "one-item" };
  return { kind: "estimated", alpha: 0.84, lower: 0.81, upper: 0.87, n: 1021, items };
}

export function sampleDimensions(): readonly DimensionResult[] {
  const labels: Readonly<Record<string, LocalText>> = {
    quality: { zh: "服务质量", en: "Quality" },
    expertise: { zh: "专业性", en: "Expertise" },
    attitude: { zh: "服务态度", en: "Attitude" },
    efficiency: { zh: "时效性", en: "Speed" },
    communication: { zh: "沟通", en: "Communication" },
  };
  return Object.entries(labels).map(([code, label]) => {
    const own = sampleIndicators.filter(({ dimension }) => dimension === code);
    const weight = own.reduce((sum, item) => sum + item.weight, 0);
    const score = own.reduce((sum, item) => sum + item.weight * item.score, 0) / weight;
    const index = sampleFigure("index", "index", score, 1.2, 1168, { subject: code });
    const items = own.map((item) => item.code);
    return { code, label, weight, index, items, reliability: sampleReliability(items.length) };
  });
}

export function sampleIndex(): IndexResult {
  const weights = sampleIndicators.map(({ code, weight }) => ({ item: code, weight }));
  const equal = weights.map(({ item }) => ({ item, weight: 1 / weights.length }));
  return {
    method: "entered",
    wanted: "entered",
    weights,
    dropped: [],
    reliability: sampleReliability(weights.length),
    alternatives: [
      { method: "equal", weights: equal, dropped: [], index: sampleFigure("index", "index", 74.9, 0.9, 1180) },
      { method: "lmg", weights, dropped: [], index: sampleFigure("index", "index", 74.2, 0.9, 1180) },
      {
        method: "regression",
        weights: weights.slice(0, 7),
        dropped: ["q8"],
        index: sampleFigure("index", "index", 75.6, 1, 1180),
      },
    ],
    respondents: {
      minimumAnsweredShare: 0.5,
      mean: sampleFigure("respondent-index-mean", "index", 75.1, 0.9, 1176),
      standardDeviation: 15.8,
    },
  };
}
