import type { Term } from "../result/cells.ts";
import type { Bilingual } from "../words/bilingual.ts";

function term(code: string, zh: string, en: string): Term {
  return { code, heading: { zh, en } };
}

export const servqualTerms = {
  expectation: term("expectation", "期望", "Expected"),
  perception: term("perception", "感知", "Perceived"),
  gap: term("gap", "差距（感知−期望）", "Gap (perceived − expected)"),
  points: term("points", "重要性（百分）", "Points of 100"),
  items: term("items", "题数", "Items"),
  alphaPerceptions: term("alpha-perceptions", "感知 α", "α perceived"),
  alphaExpectations: term("alpha-expectations", "期望 α", "α expected"),
  alphaGaps: term("alpha-gaps", "差距 α", "α gaps"),
} as const;

export const servqualWords = {
  title: { zh: "服务质量差距（SERVQUAL）", en: "Service quality gaps (SERVQUAL)" },
  method: {
    zh: "差距为每位受访者的感知减期望（Parasuraman、Zeithaml 与 Berry，1988、1991），用配对 t 检验；各题、各维度的 p 值分别用 Holm 法校正。只看感知的得分即 SERVPERF（Cronin 与 Taylor，1992）。加权时用线性化方差。",
    en: "A gap is what a respondent perceives less what the same respondent expects (Parasuraman, Zeithaml & Berry 1988, 1991), tested by the paired t; p-values are corrected by Holm's method, over the items and over the dimensions. Perceptions alone are SERVPERF (Cronin & Taylor 1992). With weights, linearised variances.",
  },
  dimensions: { zh: "各维度的期望、感知与差距", en: "Expectation, perception and gap by dimension" },
  items: { zh: "各题的期望、感知与差距", en: "Expectation, perception and gap by item" },
  totals: { zh: "总体服务质量", en: "Service quality as a whole" },
  points: { zh: "各维度的重要性（受访者分配的 100 分）", en: "How much each dimension matters (points of 100)" },
  alphas: { zh: "各维度的一致性（Cronbach α）", en: "Consistency of the dimensions (Cronbach's α)" },
  chart: (worst: Bilingual | null): Bilingual =>
    worst === null
      ? { zh: "各维度的差距：没有一个维度显著低于期望", en: "Gaps by dimension: none is clearly below expectation" }
      : { zh: `${worst.zh}离期望最远`, en: `${worst.en} falls shortest of what is expected` },
  gapMeasure: { zh: "感知减期望，量表分", en: "Perceived less expected, scale points" },
  noGap: { zh: "没有差距", en: "no gap" },
  unweighted: { zh: "SERVQUAL（各维度等权）", en: "SERVQUAL, dimensions alike" },
  weighted: { zh: "SERVQUAL（按受访者各自的重要性）", en: "SERVQUAL by each respondent's points" },
  atMeanPoints: { zh: "SERVQUAL（按平均重要性）", en: "SERVQUAL by the mean points" },
  performance: { zh: "SERVPERF（各维度等权）", en: "SERVPERF, dimensions alike" },
  weightedPerformance: { zh: "SERVPERF（按受访者各自的重要性）", en: "SERVPERF by each respondent's points" },
  verdicts: {
    below: { zh: "低于期望", en: "below expectation" },
    above: { zh: "高于期望", en: "above expectation" },
    none: { zh: "无显著差距", en: "no evidence of a gap" },
  },
  basesNote: {
    zh: "差距只在两题都答的人中计算；有人只答了一题时，差距不等于两个均值之差。",
    en: "Gaps are of those who answered both sides; where some answered one only, a gap is not the difference of the two means.",
  },
  totalsNote: {
    zh: "总体得分只包括各维度都有得分的受访者；按重要性加权时还须分配满 100 分。",
    en: "Totals are of respondents with a score in every dimension, and where points weigh them, with points that add up to 100.",
  },
  weakAlpha: ({ zh, en }: Bilingual): Bilingual => ({
    zh: `${zh}的感知 α 低于 0.7：这些题目不够一致，合成一个维度要谨慎。`,
    en: `α of the perceptions is below 0.7 for ${en}: these items do not agree enough to be read as one dimension without care.`,
  }),
  faultyPoints: (some: Bilingual): Bilingual => ({
    zh: `${some.zh}受访者的重要性分数加起来不是 100，未用于加权。`,
    en: `The points of ${some.en} respondents do not add up to 100 and are not used.`,
  }),
  fewer: (minimum: number): Bilingual => ({ zh: `不足 ${minimum} 名`, en: `fewer than ${minimum}` }),
  some: (n: number): Bilingual => ({ zh: `${n} 名`, en: `${n}` }),
  ceiling: {
    zh: "期望题大多靠近量表顶端，差距因此多为负数；负的差距本身不说明服务差，请比较各维度之间以及各期之间的大小。",
    en: "Expectations tend to the top of the scale, so that gaps are mostly negative. A negative gap alone is no proof of bad service: compare dimensions, and waves, with one another.",
  },
  dimension: (position: number): Bilingual => ({ zh: `维度 ${position}`, en: `Dimension ${position}` }),
} as const;
