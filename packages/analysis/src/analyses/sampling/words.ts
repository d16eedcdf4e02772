import type { Term } from "../result/cells.ts";
import type { Bilingual } from "../words/bilingual.ts";

function term(code: string, zh: string, en: string): Term {
  return { code, heading: { zh, en } };
}

export const samplingTerms = {
  wanted: term("wanted", "要求", "Wanted"),
  margin: term("margin", "误差范围（±）", "Margin (±)"),
  expected: term("expected", "预计占比或标准差", "Expected share or SD"),
  population: term("population", "总体", "Population"),
  designEffect: term("design-effect", "设计效应", "Design effect"),
  responseRate: term("response-rate", "预计回收率", "Response rate"),
  answers: term("answers", "有效问卷", "Answers needed"),
  invitations: term("invitations", "发放量", "Invitations"),
  first: term("first", "第一组", "First group"),
  second: term("second", "第二组", "Second group"),
  difference: term("difference", "差异", "Difference"),
  deviation: term("standard-deviation", "标准差", "SD"),
  power: term("power", "检验功效", "Power"),
  perGroup: term("per-group", "每组有效问卷", "Answers a group"),
  stratum: term("stratum", "层", "Stratum"),
  size: term("size", "客户数", "Customers"),
  sizeShare: term("size-share", "占总体", "Of all customers"),
  allocated: term("allocated", "分配样本", "Sample"),
  allocatedShare: term("allocated-share", "占样本", "Of the sample"),
  result: term("result", "指标", "Result"),
} as const;

const methods = {
  proportional: { zh: "按比例分配", en: "Proportional allocation" },
  neyman: { zh: "Neyman 最优分配", en: "Neyman's optimal allocation" },
  equal: { zh: "各层等量分配", en: "Equal allocation" },
  cost: { zh: "按费用最优分配", en: "Cost-optimal allocation" },
} as const;

export const samplingWords = {
  title: { zh: "样本量与精度", en: "Sample size and precision" },
  method: {
    zh: "样本量按 Cochran（1977）的公式计算，含有限总体修正和 Kish 设计效应；两组比较按双侧检验的功效计算（占比：Fleiss、Levin、Paik；均值：非中心 t）。误差范围为区间宽度的一半。",
    en: "Sample sizes after Cochran (1977), with the correction for a finite population and Kish's design effect; comparisons of two groups by the power of a two-sided test (shares: Fleiss, Levin & Paik; means: noncentral t). A margin is half the width of the interval.",
  },
  sizes: { zh: "达到所要求的精度需要多少份问卷", en: "How many answers the wanted precision takes" },
  differences: { zh: "看出两组差异需要多少份问卷", en: "How many answers it takes to see a difference" },
  proportion: { zh: "占比", en: "A share" },
  mean: { zh: "均值", en: "A mean" },
  differenceOfShares: { zh: "两个占比之差", en: "Two shares" },
  differenceOfMeans: { zh: "两个均值之差", en: "Two means" },
  many: { zh: "很大或未知", en: "large or unknown" },
  tooSmall: ({ zh, en }: Bilingual): Bilingual => ({
    zh: `${zh}：按预计回收率，要发放的数量超过了客户总数。请全部调查，并说明精度达不到要求。`,
    en: `${en}: at this response rate more customers would have to be invited than there are. Ask all of them, and say that the precision is not reached.`,
  }),
  noDifference: ({ zh, en }: Bilingual): Bilingual => ({
    zh: `${zh}：两组没有差异，再多问卷也看不出。`,
    en: `${en}: there is no difference; no number of answers would show one.`,
  }),
  allocation: (method: keyof typeof methods): Bilingual => ({
    zh: `各层样本：${methods[method].zh}`,
    en: `Sample by stratum: ${methods[method].en.toLowerCase().replace("neyman", "Neyman")}`,
  }),
  strataTooSmall: {
    zh: "各层客户总数少于要分配的样本，无法分配。",
    en: "The strata hold fewer customers than the sample to be shared out.",
  },
  tooManyStrata: {
    zh: "每层至少要两份问卷才能估计误差，样本不够分。",
    en: "Each stratum needs at least two answers for its error to be estimated; the sample is too small for so many.",
  },
  nothingToAllocate: {
    zh: "各层的规模或标准差全为 0，没有可分配的依据。",
    en: "Sizes or standard deviations are all 0: there is nothing to share the sample out by.",
  },
  allocationMargin: (chosen: string, proportional: string): Bilingual => ({
    zh: `这样分配，总体均值的误差范围约为 ±${chosen}；按比例分配为 ±${proportional}。要比较各层时，各层等量更合适。`,
    en: `With it the mean of all customers has a margin of about ± ${chosen}; proportional allocation gives ± ${proportional}. For comparing strata, equal numbers serve better.`,
  }),
  reached: { zh: "本次调查实际达到的精度", en: "The precision this study has reached" },
  cautious: { zh: "任一占比（最保守，50%）", en: "Any share (most cautious, 50%)" },
  topShare: ({ zh, en }: Bilingual): Bilingual => ({ zh: `满意占比：${zh}`, en: `Share satisfied: ${en}` }),
  index: ({ zh, en }: Bilingual): Bilingual => ({ zh: `得分（0–100）：${zh}`, en: `Score (0–100): ${en}` }),
  clustered: ({ zh, en }: Bilingual): Bilingual => ({
    zh: `同上，按${zh}的群集`,
    en: `The same, by clusters (${en})`,
  }),
  reachedNote: {
    zh: "n 为未加权份数；有效 n 已计入加权和群集的损失。误差范围只含抽样误差，不含无回答偏差。",
    en: "n is unweighted; the effective n allows for what weights and clusters cost. Margins hold sampling error only, not the bias of those who did not answer.",
  },
  populationBelow: {
    zh: "所填总体小于已有的有效问卷，精度按很大的总体计算。",
    en: "The population given is smaller than the answers there are; precision is computed for a large population.",
  },
  nothingAsked: {
    zh: "没有写出要求的精度，也没有总体满意度题，无从计算。",
    en: "No precision is asked for and there is no question on overall satisfaction: nothing to compute.",
  },
  simpleOnly: {
    zh: "样本量假定随机抽取、人人都有机会被抽中。方便样本达不到这里的精度，再多也一样。",
    en: "Sizes assume a random draw in which everybody has a chance. A convenience sample does not reach this precision, however large it is.",
  },
} as const;
