import { en as english } from "../../messages/en.ts";
import { zh as chinese } from "../../messages/zh.ts";
import type { IndexWeighting } from "../../results/items.ts";
import type { Term } from "../result/cells.ts";
import type { Bilingual } from "../words/bilingual.ts";

function term(code: string, zh: string, en: string): Term {
  return { code, heading: { zh, en } };
}

/** What a weighting is called. */
export function weightingName(weighting: IndexWeighting): Bilingual {
  return { zh: chinese.indexWeightings[weighting], en: english.indexWeightings[weighting] };
}

/** The same as it begins a row or heads a column. */
export function weightingHeading({ zh, en }: Bilingual): Bilingual {
  return { zh, en: en.charAt(0).toUpperCase() + en.slice(1) };
}

export const indexTerms = {
  weighting: term("weighting", "权重", "Weights"),
  index: term("index", "指数（0–100）", "Index (0–100)"),
  grade: term("grade", "等级", "Grade"),
  criterion: term("criterion", "准则", "Criterion"),
  weight: term("weight", "权重", "Weight"),
  satisfaction: term("satisfaction", "满意度（0–100）", "Satisfaction (0–100)"),
  expectation: term("expectation", "期望（0–100）", "Expectation (0–100)"),
  ratio: term("ratio", "满意度占期望的百分比", "Satisfaction in per cent of expectation"),
} as const;

const lackings = {
  "no-attributes": { zh: "没有指标", en: "there are no indicators" },
  "no-positive-importance": { zh: "没有一个指标的重要性为正", en: "no indicator has a positive importance" },
  "importance-missing": {
    zh: "缺少所需的题目，或题目之间几乎不可区分",
    en: "its questions are missing or cannot be told apart",
  },
  "too-few-answers": { zh: "完整的回答太少", en: "too few respondents answered everything" },
  suppressed: { zh: "涉及的受访者太少，不予显示", en: "it rests on too few respondents to be shown" },
} as const;

export const indexWords = {
  title: { zh: "不同权重下的满意度指数", en: "The index under different weights" },
  method: {
    zh: "指数为各指标百分制得分的加权平均：每个指标在答过它的人中求均值，再按权重合成；区间由线性化方差得出，把权重当作已知。相关、回归、LMG（Lindeman 等，1980）、Johnson（2000）权重由总体满意度推算，熵权只反映回答的离散程度。",
    en: "The index is the weighted mean of the indicators on 0–100, each over those who rated it; its interval is linearised and takes the weights as given. Correlation, regression, LMG (Lindeman et al. 1980) and Johnson's weights (2000) are derived from the overall satisfaction; entropy weights only say how much answers vary.",
  },
  methodAhp: {
    zh: "AHP 权重为两两比较矩阵的主特征向量（Saaty，1980）。",
    en: "AHP weights are the principal eigenvector of the comparisons in pairs (Saaty 1980).",
  },
  methodRatio: {
    zh: "满意度与期望之比为两个均值之比（Cochran，1977，第 6 章），在两题都答的人中计算。",
    en: "Satisfaction against expectation is the ratio of two means (Cochran 1977, ch. 6), over those who answered both.",
  },
  indices: { zh: "各种权重下的指数", en: "The index under each weighting" },
  weights: { zh: "各指标的权重", en: "Weights of the indicators" },
  basedOn: { zh: "权重依据的受访者数 n", en: "Respondents behind the weights, n" },
  chart: (least: string, most: string): Bilingual => ({
    zh: least === most ? `无论用哪种权重，指数都是 ${most} 分` : `换用不同权重，指数在 ${least} 与 ${most} 之间`,
    en:
      least === most
        ? `Whatever the weights, the index is ${most}`
        : `With other weights the index lies between ${least} and ${most}`,
  }),
  indexMeasure: { zh: "满意度指数", en: "Satisfaction index" },
  fixOne: {
    zh: "请事先选定一种权重并长期沿用：看过结果再挑选，等于挑选想要的分数；不同权重的指数也不能跨期比较。",
    en: "Choose one weighting beforehand and keep it: to choose after seeing the results is to choose the result, and indices with different weights cannot be compared over time.",
  },
  derived: {
    zh: "推算的权重反映各指标与总体满意度一同变动的程度，不能证明因果；它们由同一批回答估计，区间没有计入这部分误差。",
    en: "Derived weights say how far indicators move with the overall satisfaction; that proves no cause. They are estimated from the same answers, and the intervals leave out that error.",
  },
  dropped: (weighting: Bilingual, items: Bilingual): Bilingual => ({
    zh: `按${weighting.zh}，${items.zh}的重要性为负，权重记为 0。各指标相互关联时，系数的正负号会随样本翻转，不能当作重要性，请改看 LMG 或 Johnson 权重。`,
    en: `By ${weighting.en} the importance of ${items.en} came out negative and counts as 0. Where indicators go together, signs flip from sample to sample and say nothing of importance: look at LMG or Johnson's weights.`,
  }),
  lacking: (weighting: Bilingual, reason: keyof typeof lackings): Bilingual => ({
    zh: `无法按${weighting.zh}赋权：${lackings[reason].zh}。`,
    en: `No weights by ${weighting.en}: ${lackings[reason].en}.`,
  }),
  ahp: { zh: "AHP", en: "AHP" },
  ahpTable: { zh: "AHP：各准则的权重", en: "AHP: weights of the criteria" },
  ahpNote: (lambda: string, ratio: string): Bilingual => ({
    zh: `最大特征值 λ = ${lambda}，一致性比率 CR = ${ratio}。`,
    en: `Largest eigenvalue λ = ${lambda}, consistency ratio CR = ${ratio}.`,
  }),
  inconsistent: (ratio: string): Bilingual => ({
    zh: `两两比较前后矛盾（CR = ${ratio}，大于 0.1）：按 Saaty 的标准应重新判断，在此之前不宜采用 AHP 权重。`,
    en: `The judgements contradict each other (CR = ${ratio}, above 0.1): by Saaty's rule they should be made again before these weights are used.`,
  }),
  notReciprocal: (pairs: Bilingual): Bilingual => ({
    zh: `AHP 矩阵中有的比较两个方向说法不一（${pairs.zh}）：两数应互为倒数，对角线应为 1。请改正后重算。`,
    en: `Some comparisons of the AHP matrix say two things (${pairs.en}): the two numbers must be reciprocal, and the diagonal 1. Correct them and compute again.`,
  }),
  ratioTable: { zh: "满意度与期望", en: "Satisfaction against expectation" },
  ratioNote: {
    zh: "100 表示恰好达到期望。下降可能来自满意度降低，也可能来自期望提高，请同时看两个均值。两题都按量程换算。",
    en: "100 means that expectations are met. A fall can come from less satisfaction or from higher expectations, so read both means. Both questions are converted by range.",
  },
  noExpectation: {
    zh: "所有人的期望都在最低一档，无法求比值。",
    en: "Everybody's expectation is the lowest answer: there is nothing to divide by.",
  },
  gradeNote: ({ zh, en }: Bilingual): Bilingual => ({
    zh: `等级：${zh}。区间跨越几个等级时全部列出。`,
    en: `Grades: ${en}. Where the interval reaches into several, all are named.`,
  }),
  nothing: { zh: "各指标都没有足够的评分，算不出指数。", en: "Too few ratings of the indicators for an index." },
} as const;

export type LackingReason = keyof typeof lackings;
