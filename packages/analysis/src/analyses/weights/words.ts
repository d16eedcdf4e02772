import type { Term } from "../result/cells.ts";
import { type Bilingual, listed } from "../words/bilingual.ts";

function term(code: string, zh: string, en: string): Term {
  return { code, heading: { zh, en } };
}

export const weightsTerms = {
  category: term("category", "类别", "Category"),
  unweighted: term("unweighted-share", "未加权", "Unweighted"),
  before: term("share-before", "调整前", "Before"),
  target: term("target-share", "总体", "Population"),
  after: term("share-after", "调整后", "After"),
  trimmed: term("share-trimmed", "截尾后", "Trimmed"),
  weights: term("weights", "权重", "Weights"),
  designEffect: term("design-effect", "设计效应", "Design effect"),
  minimum: term("minimum", "最小", "Smallest"),
  maximum: term("maximum", "最大", "Largest"),
  ratio: term("ratio", "最大 ÷ 最小", "Largest ÷ smallest"),
  variation: term("coefficient-of-variation", "变异系数", "CV"),
  estimate: term("estimate", "结果", "Result"),
} as const;

export const weightsWords = {
  title: { zh: "权重调整试算", en: "Weights that fit the population" },
  methodOf: (kind: "raked" | "post-stratified"): Bilingual =>
    kind === "raked"
      ? {
          zh: "用迭代比例拟合（raking，Deming 与 Stephan 1940）把权重调整到各项总体构成；设计效应与有效 n 按 Kish（1965）。这里只是试算，报告其他部分的权重不变。",
          en: "Raking (iterative proportional fitting, Deming & Stephan 1940) to the makeup of the population; design effect and effective n after Kish (1965). A trial computation: the rest of the report keeps its own weights.",
        }
      : {
          zh: "用事后分层（Holt 与 Smith 1979）把权重调整到总体构成；设计效应与有效 n 按 Kish（1965）。这里只是试算，报告其他部分的权重不变。",
          en: "Post-stratification (Holt & Smith 1979) to the makeup of the population; design effect and effective n after Kish (1965). A trial computation: the rest of the report keeps its own weights.",
        },
  makeup: { zh: "样本构成与总体构成", en: "Makeup of the sample and of the population" },
  cost: { zh: "权重的代价", en: "What the weights cost" },
  costNote: {
    zh: "权重按均值为 1 计。设计效应为 1.5，即误差相当于只有三分之二的样本。",
    en: "Weights have a mean of 1. A design effect of 1.5 leaves the precision of two thirds of the sample.",
  },
  changes: ({ zh, en }: Bilingual): Bilingual => ({
    zh: `权重对“${zh}”的影响`,
    en: `What the weights change in “${en}”`,
  }),
  changesNote: {
    zh: "各行是同一批人，区间不能用来比较各行。调整后的区间已计入向总体构成的校准；截尾后的未计入，略偏宽。",
    en: "The rows are the same people: their intervals do not serve to compare them. After adjustment intervals allow for the calibration; trimmed ones do not and are somewhat wide.",
  },
  none: { zh: "不加权", en: "Unweighted" },
  base: { zh: "调整前", en: "Before adjustment" },
  adjusted: { zh: "调整后", en: "Adjusted" },
  trimmed: { zh: "调整并截尾", en: "Adjusted and trimmed" },
  shift: (change: string, { zh, en }: Bilingual): Bilingual => ({
    zh: `调整使“${zh}”变动 ${change} 分。`,
    en: `The adjustment moves “${en}” by ${change} points.`,
  }),
  leftOut: (n: string): Bilingual => ({
    zh: `有 ${n} 名受访者的类别未知，试算未包括。`,
    en: `${n} respondents of unknown category are not in this computation.`,
  }),
  costly: {
    zh: "调整后的设计效应超过 2：精度损失过半。可以合并小类别、减少边际，或设截尾上限。",
    en: "The design effect after adjustment is above 2: more than half of the precision is lost. Merge small categories, use fewer margins, or trim.",
  },
  trimMoves: {
    zh: "截尾后样本构成不再与总体完全一致，请对照表中最后一列。",
    en: "After trimming the makeup no longer fits the population exactly; compare the last column of the table.",
  },
  notCause: {
    zh: "权重只能纠正所列各项构成上的偏差；同一类别内不回答的人若意见不同，加权也补不回来。",
    en: "Weights correct the makeup by these columns alone. If those who did not answer think differently within a category, no weight brings them back.",
  },
  noTargets: {
    zh: "总体各类别的数字全为 0，无法调整。",
    en: "All numbers of the population are 0: there is nothing to adjust to.",
  },
  disagree: {
    zh: "各项总体构成的合计不一致，说的不是同一个总体，请核对。",
    en: "The margins add up to different totals: they speak of different populations. Check them.",
  },
  empty: (categories: readonly Bilingual[]): Bilingual => ({
    zh: `总体中有“${listed(categories).zh}”，受访者中却没有。请与相近类别合并后再算。`,
    en: `The population has “${listed(categories).en}”, but nobody among the respondents. Merge it with a similar category.`,
  }),
  withoutPopulation: (categories: readonly Bilingual[]): Bilingual => ({
    zh: `受访者中有“${listed(categories).zh}”，总体构成里没有给出数字。请补上。`,
    en: `Respondents are in “${listed(categories).en}”, of which the population has no number. Add it.`,
  }),
  tooNarrow: {
    zh: "截尾界限太窄，权重无法保持总和，未作截尾。",
    en: "The bounds are too narrow for the weights to keep their sum: they were not trimmed.",
  },
} as const;
