import type { Grade, KeyFigure, KeyFigureId } from "@manyi/analysis/results/key-figures";
import { sampleFigure } from "./sample-figures.ts";

type LocalText = KeyFigure["label"];

/** Seven key figures with a grade, targets and companions. */
export function sampleKeyFigures(weight: string | null): readonly KeyFigure[] {
  // Weighting moves the values a little, so that the two columns of the comparison differ.
  const shift = weight === null ? -0.6 : 0;
  return [...indexFigures(shift, { weight }), ...questionFigures(shift, { weight })];
}

interface Weighted {
  readonly weight: string | null;
}

const satisfied = {
  kind: "answers",
  labels: [
    { zh: "满意", en: "Satisfied" },
    { zh: "很满意", en: "Very satisfied" },
  ],
} as const;

function indexFigures(shift: number, weighted: Weighted): readonly KeyFigure[] {
  return [
    {
      ...plain("csi", { zh: "客户满意度指数（CSI）", en: "Satisfaction index (CSI)" }),
      figure: sampleFigure("index", "index", 75.2 + shift, 0.9, 1180, weighted),
      companions: [sampleFigure("respondent-index-mean", "index", 75.1 + shift, 0.9, 1176, weighted)],
      grade: sampleGrade(),
      target: {
        target: 80,
        baseline: 73.4,
        verdict: "missed",
        due: "2026-12-31",
        owner: { zh: "客户服务部", en: "Customer service" },
      },
    },
    {
      ...plain("satisfied-customer-rate", { zh: "满意客户率", en: "Satisfied customers" }),
      figure: sampleFigure("satisfied-customer-rate", "share", 0.683 + shift / 100, 0.027, 1176, weighted),
      counted: { kind: "threshold", from: 70 },
      target: { target: 0.7, baseline: null, verdict: "open", due: null, owner: null },
    },
    {
      ...plain("satisfied-rating-share", { zh: "满意评价占比", en: "Satisfied ratings" }),
      figure: sampleFigure("satisfied-rating-share", "share", 0.712 + shift / 100, 0.012, 9124, weighted),
      counted: satisfied,
    },
  ];
}

function questionFigures(shift: number, weighted: Weighted): readonly KeyFigure[] {
  return [
    {
      ...plain("overall-index", { zh: "总体满意度（得分均值）", en: "Overall satisfaction (mean index)" }),
      figure: sampleFigure("index", "index", 77.6 + shift, 1.1, 1164, weighted),
      companions: [sampleFigure("mean", "rating", 4.1, 0.05, 1164)],
    },
    {
      ...plain("csat", { zh: "总体满意率（CSAT）", en: "Satisfied overall (CSAT)" }),
      figure: sampleFigure("top-share", "share", 0.794 + shift / 100, 0.023, 1164, weighted),
      counted: satisfied,
    },
    {
      ...plain("nps", { zh: "净推荐值（NPS）", en: "Net Promoter Score (NPS)" }),
      figure: sampleFigure("nps", "nps", 31.4 + shift, 4.1, 1151, weighted),
      counted: { kind: "promoters", promoters: 0.482, passives: 0.35, detractors: 0.168 },
      target: { target: 30, baseline: 24.8, verdict: "open", due: "2026-12-31", owner: null },
    },
    {
      ...plain("repurchase", { zh: "续约意愿", en: "Intention to stay" }),
      figure: sampleFigure("intention-share", "share", 0.861, 0.02, 1158, weighted),
    },
  ];
}

function plain(id: KeyFigureId, label: LocalText): Omit<KeyFigure, "figure"> {
  return { id, label, companions: [], grade: null, target: null, counted: null };
}

function sampleGrade(): Grade {
  return {
    scale: { zh: "五级（95 / 80 / 70 / 60）", en: "five grades (95 / 80 / 70 / 60)" },
    conversion: "range",
    bands: [
      { code: "very-satisfied", label: { zh: "很满意", en: "Very satisfied" }, from: 95 },
      { code: "satisfied", label: { zh: "满意", en: "Satisfied" }, from: 80 },
      { code: "fair", label: { zh: "一般", en: "Fair" }, from: 70 },
      { code: "dissatisfied", label: { zh: "不满意", en: "Dissatisfied" }, from: 60 },
      { code: "very-dissatisfied", label: { zh: "很不满意", en: "Very dissatisfied" }, from: 0 },
    ],
    band: "fair",
    reaches: ["fair"],
  };
}
