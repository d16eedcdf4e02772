import type { LocalText } from "@manyi/study/definition/local-text";
import type { Term } from "../result/cells.ts";
import { type Bilingual, listed } from "../words/bilingual.ts";

function term(code: string, zh: string, en: string): Term {
  return { code, heading: { zh, en } };
}

export const designTerms = {
  simple: term("simple", "简单区间", "Simple"),
  design: term("design-based", "按抽样设计", "By the design"),
  designEffect: term("design-effect", "设计效应", "Design effect"),
  part: term("part", "抽样设计", "Design"),
} as const;

const lonely = {
  adjust: {
    zh: "有的层只有一个抽样单元，看不出层内差异；按它与总体均值的距离计算，偏保守。",
    en: "A stratum holds a single sampling unit, in which no spread is seen: it is judged by its distance from the whole, which overstates the error.",
  },
  certainty: {
    zh: "有的层只有一个抽样单元，按必定入样处理，不增加误差；若它其实是抽中的，区间会偏窄。",
    en: "A stratum holds a single sampling unit and is taken as sure to be in the sample, without error; if it was drawn by chance, intervals are too narrow.",
  },
  fail: {
    zh: "有的层只有一个抽样单元，无法估计误差。请与相近的层合并。",
    en: "A stratum holds a single sampling unit: its error cannot be estimated. Merge it with a similar stratum.",
  },
} as const;

export const designWords = {
  title: { zh: "按抽样设计计算的区间", en: "Intervals by the sampling design" },
  method: {
    zh: "用 Taylor 线性化计算标准误（Lumley 2010），计入权重、分层、群集和有限总体修正；自由度为抽样单元数减层数。评分换算为 0–100。简单区间只计入权重，设计效应为与简单随机抽样相比的方差倍数。",
    en: "Standard errors by Taylor linearisation (Lumley 2010), allowing for weights, strata, clusters and finite populations; degrees of freedom are sampling units less strata. Ratings on 0–100. The simple interval allows for weights alone; the design effect is the variance over that of a simple random sample.",
  },
  scores: { zh: "得分（0–100）", en: "Scores (0–100)" },
  shares: { zh: "满意占比", en: "Share satisfied" },
  lonely: (rule: keyof typeof lonely): Bilingual => lonely[rule],
  units: (strata: number | null, units: number, by: LocalText | null): Bilingual => {
    const zhStrata = strata === null ? "" : `${strata} 个层，`;
    const enStrata = strata === null ? "" : `${strata} strata, `;
    const names = by === null ? { zh: "受访者", en: "respondents" } : listed([by]);
    return {
      zh: `抽样设计：${zhStrata}${units} 个抽样单元（${names.zh}）。`,
      en: `Design: ${enStrata}${units} sampling units (${names.en}).`,
    };
  },
  cut: {
    zh: "有的群集跨越几个层，这里把每层中的部分当作各自的抽样单元；如果群集是整个抽取的，应不分层计算。",
    en: "Some clusters lie in several strata: the part in each stratum counts as a unit of its own. If clusters were drawn as a whole, compute without strata.",
  },
  few: {
    zh: "自由度低于 10：标准误本身也不稳，区间只能当作大致范围。",
    en: "Fewer than 10 degrees of freedom: the standard errors are uncertain themselves; take intervals as rough.",
  },
  wider: ({ zh, en }: Bilingual): Bilingual => ({
    zh: `${zh}的设计效应超过 1.5：忽略抽样设计会把区间算得过窄，排名和变化的判断应以按设计的区间为准。`,
    en: `The design effect of ${en} is above 1.5: intervals that ignore the design are too narrow; judge ranks and changes by the design-based ones.`,
  }),
  populationBelow: {
    zh: "所填的总体单元数小于样本中的单元数，请核对。",
    en: "A number of units in the population is smaller than that in the sample. Check it.",
  },
  noStratumSize: ({ zh, en }: Bilingual): Bilingual => ({
    zh: `没有给出总体单元数的层（${zh}）不作有限总体修正。`,
    en: `Strata without a population size (${en}) have no correction for it.`,
  }),
} as const;
