import type { LocalText } from "@manyi/study/definition/local-text";
import { count } from "../../format/number.ts";
import type { Term } from "../result/cells.ts";
import { type Bilingual, bilingual } from "../words/bilingual.ts";

function term(code: string, zh: string, en: string): Term {
  return { code, heading: { zh, en } };
}

export const driverTerms = {
  lmg: term("lmg-share", "LMG 份额", "LMG share"),
  johnson: term("johnson-share", "Johnson 份额", "Johnson share"),
  standardised: term("standardised", "标准化系数", "Standardised"),
  varianceInflation: term("variance-inflation", "VIF", "VIF"),
  first: term("first", "单独解释", "Alone"),
  last: term("last", "最后加入", "Added last"),
  pratt: term("pratt", "Pratt", "Pratt"),
  lmgRaw: term("lmg", "LMG", "LMG"),
  johnsonRaw: term("johnson", "Johnson", "Johnson"),
} as const;

export const driverWords = {
  title: (outcome: LocalText): Bilingual => ({
    zh: `驱动因素：${bilingual(outcome).zh}`,
    en: `Drivers of ${bilingual(outcome).en}`,
  }),
  method: (outcome: LocalText, weighting: "plain" | "weighted"): Bilingual => ({
    zh: `在各题都回答的受访者中，以“${bilingual(outcome).zh}”为结果作线性回归；LMG（Shapley，Lindeman 等 1980）与 Johnson 相对权重（2000）把 R² 分给各题，份额合计 100%，区间由自助抽样得到。${weighting === "plain" ? "" : "全部加权，系数的标准误按抽样设计线性化。"}`,
    en: `Among those who answered everything, a linear regression of “${bilingual(outcome).en}”. LMG (Shapley; Lindeman et al. 1980) and Johnson's relative weights (2000) divide its R² among the items, adding to 100%, with bootstrap intervals.${weighting === "plain" ? "" : " All weighted, coefficients with linearised design-based errors."}`,
  }),
  chartTitle: (names: Bilingual, even: string): Bilingual => ({
    zh: `${names.zh}的解释份额明显高于平均份额 ${even}`,
    en: `${names.en}: clearly above an even share of ${even}`,
  }),
  chartTitleEven: (even: string): Bilingual => ({
    zh: `没有哪一题的解释份额明显高于平均份额 ${even}`,
    en: `No item is clearly above an even share of ${even}`,
  }),
  chartMeasure: { zh: "LMG 份额（占 R²）", en: "LMG share of R²" },
  even: { zh: "平均份额", en: "Even share" },
  table: { zh: "驱动因素", en: "Drivers" },
  coefficientsNote: {
    zh: "份额合计为 1，即 R²；系数的 p 值未作多重校正。",
    en: "Shares add to R². p-values of the coefficients are not corrected for their number.",
  },
  measures: { zh: "各题解释的方差（占结果总方差）", en: "Variance explained, as shares of the outcome's variance" },
  measuresNote: {
    zh: "LMG、Johnson 与 Pratt 各自合计为 R²；“单独解释”合计多于 R²，“最后加入”合计少于 R²，因为各题彼此相关。",
    en: "LMG, Johnson and Pratt each add to R²; “alone” adds to more and “added last” to less, because items overlap.",
  },
  fit: (rSquared: string, adjusted: string, n: number): Bilingual => ({
    zh: `各题合起来解释了结果差异的 R² = ${rSquared}（校正 ${adjusted}），n = ${count(n)}。`,
    en: `Together the items explain R² = ${rSquared} of the outcome's variance (adjusted ${adjusted}), n = ${count(n)}.`,
  }),
  notCause: {
    zh: "这里说的是关联，不是因果：份额大的题与结果一起变动，但提高它是否就能提高结果，要用改进后的对比来验证。",
    en: "This is association, not cause: an item with a large share moves with the outcome; whether raising it raises the outcome, only a comparison after an improvement can show.",
  },
  negative: (names: Bilingual): Bilingual => ({
    zh: `${names.zh}的回归系数为负，而与结果的相关为正：这是各题彼此相关造成的，不能解释为“做得越好越差”。`,
    en: `The coefficients of ${names.en} are negative though they correlate positively with the outcome: items overlap. It does not mean that doing better does harm.`,
  }),
  collinear: (names: Bilingual): Bilingual => ({
    zh: `${names.zh}的 VIF 超过 5，系数不稳定，请看 LMG 份额（Hair 2021）。`,
    en: `The VIF of ${names.en} is above 5: their coefficients are unsteady, look at the LMG shares (Hair 2021).`,
  }),
  fewCases: (perItem: string): Bilingual => ({
    zh: `平均每题只有 ${perItem} 位受访者（一般至少 10 位），R² 偏高，系数与份额都不可靠。`,
    en: `Only ${perItem} respondents for each item (10 is the usual least): R² is too high, and neither coefficients nor shares can be relied on.`,
  }),
  sampled: {
    zh: "题目多于 16 个，LMG 份额由随机排列近似计算，没有区间。",
    en: "With more than 16 items LMG shares are computed from random orders, without intervals.",
  },
} as const;
