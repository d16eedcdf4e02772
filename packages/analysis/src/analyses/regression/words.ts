import type { LocalText } from "@manyi/study/definition/local-text";
import type { Term } from "../result/cells.ts";
import { type Bilingual, bilingual } from "../words/bilingual.ts";

function term(code: string, zh: string, en: string): Term {
  return { code, heading: { zh, en } };
}

const quoted = (label: LocalText): Bilingual => {
  const { zh, en } = bilingual(label);
  return { zh: `“${zh}”`, en: `“${en}”` };
};

export const regressionTerms = {
  predictor: term("predictor", "预测变量", "Predictor"),
  oddsRatio: term("odds-ratio", "优势比", "Odds ratio"),
  varianceInflation: term("variance-inflation", "VIF", "VIF"),
} as const;

export const fitRows = {
  n: { zh: "受访者", en: "Respondents" },
  effectiveN: { zh: "有效 n", en: "Effective n" },
  clusters: { zh: "群数", en: "Clusters" },
  events: { zh: "其中“是”", en: "Of them yes" },
  rSquared: { zh: "R²", en: "R²" },
  adjustedRSquared: { zh: "校正 R²", en: "Adjusted R²" },
  residualError: { zh: "残差标准误", en: "Residual standard error" },
  fTest: { zh: "全部预测变量（F 检验）p", en: "All predictors (F test), p" },
  likelihoodRatio: { zh: "全部预测变量（似然比检验）p", en: "All predictors (likelihood ratio test), p" },
  mcFadden: { zh: "McFadden 伪 R²", en: "McFadden's pseudo-R²" },
  coxSnell: { zh: "Cox–Snell 伪 R²", en: "Cox and Snell's pseudo-R²" },
  nagelkerke: { zh: "Nagelkerke 伪 R²", en: "Nagelkerke's pseudo-R²" },
  areaUnderCurve: { zh: "ROC 曲线下面积（AUC）", en: "Area under the ROC curve" },
  brier: { zh: "Brier 得分", en: "Brier score" },
  aic: { zh: "AIC", en: "AIC" },
  bic: { zh: "BIC", en: "BIC" },
} as const satisfies Readonly<Record<string, Bilingual>>;

const errors = {
  plain: { zh: "", en: "" },
  weighted: {
    zh: "加权估计，标准误按抽样设计线性化（Binder 1983）。",
    en: " Weighted, with design-based errors (Binder 1983).",
  },
  clustered: {
    zh: "标准误按群线性化（Binder 1983），自由度为群数减去参数个数。",
    en: " Errors are linearised over the clusters (Binder 1983), on clusters less parameters degrees of freedom.",
  },
  both: {
    zh: "加权估计，标准误按群线性化（Binder 1983），自由度为群数减去参数个数。",
    en: " Weighted, with errors linearised over the clusters (Binder 1983), on clusters less parameters degrees of freedom.",
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** How the errors are made: of independent people, of weighted ones, of clusters. */
export type Errors = keyof typeof errors;

export const regressionWords = {
  title: (outcome: LocalText): Bilingual => ({
    zh: `回归分析：${bilingual(outcome).zh}`,
    en: `Regression of ${bilingual(outcome).en}`,
  }),
  linear: (outcome: LocalText, kind: Errors): Bilingual => ({
    zh: `${quoted(outcome).zh}的线性回归，系数是其他预测变量不变时，预测变量每高 1 个单位结果的差异。${kind === "plain" ? "标准误为 HC3（MacKinnon & White 1985），不要求残差方差相等。" : errors[kind].zh}评分题已统一为越高越满意。`,
    en: `Linear regression of ${quoted(outcome).en}: a coefficient is the difference in the outcome for one unit more of a predictor, the others equal.${kind === "plain" ? " HC3 errors (MacKinnon & White 1985) do not ask for equal variances." : errors[kind].en} Ratings are turned so that higher is better.`,
  }),
  binary: (outcome: LocalText, success: Bilingual, kind: Errors): Bilingual => ({
    zh: `二元 logit 回归，结果为${quoted(outcome).zh}是否为“${success.zh}”（Agresti 2013）。优势比大于 1 表示预测变量越高，“是”的优势越大，其他预测变量不变。${errors[kind].zh}`,
    en: `Binary logit (Agresti 2013) of whether ${quoted(outcome).en} is “${success.en}”. An odds ratio above 1: the more of a predictor, the higher the odds of yes, the others equal.${errors[kind].en}`,
  }),
  ordinal: (outcome: LocalText, kind: Errors): Bilingual => ({
    zh: `${quoted(outcome).zh}的比例优势模型（有序 logit，McCullagh 1980），不把各档之间的距离当作相等。优势比大于 1 表示预测变量越高，评分越高的优势越大。${errors[kind].zh}`,
    en: `Proportional odds model (ordinal logit; McCullagh 1980) of ${quoted(outcome).en}, which does not take the steps of the scale for equal. An odds ratio above 1: the more of a predictor, the higher the odds of a better rating.${errors[kind].en}`,
  }),
  coefficients: { zh: "系数", en: "Coefficients" },
  oddsRatios: { zh: "优势比与系数", en: "Odds ratios and coefficients" },
  fit: { zh: "模型拟合", en: "Fit of the model" },
  proportionalOdds: { zh: "比例优势假定的检验", en: "Test of proportional odds" },
  proportionalNote: {
    zh: "似然比检验（Peterson & Harrell 1990）；校正后 p 按 Holm。p 小说明该变量对不同档位的作用不同，一个优势比说不全。",
    en: "Likelihood ratio tests (Peterson & Harrell 1990), adjusted by Holm. A small p says that one odds ratio does not tell the whole story of that predictor.",
  },
  proportionalUnweighted: {
    zh: "这项检验没有加权形式，每位受访者计一次。",
    en: "This test has no weighted form and counts every respondent once.",
  },
  proportionalLeftOut: {
    zh: "受访者太多，没有作比例优势检验。",
    en: "With so many respondents the test of proportional odds is left out.",
  },
  notProportional: (names: Bilingual): Bilingual => ({
    zh: `${names.zh}不满足比例优势：它对低分端与高分端的作用不同，请再看二元 logit。样本大时很小的偏离也会显著。`,
    en: `${names.en}: odds are not proportional, the effect differs between the low and the high end of the scale. Look at binary logits too; in large samples small departures are significant.`,
  }),
  pNote: (coefficients: number): Bilingual => ({
    zh: `表中的 p 值与区间未按系数个数校正；图题只点出 ${coefficients} 个系数一起按 Holm（1979）校正后仍显著的预测变量。`,
    en: `p-values and intervals are not corrected for the number of coefficients; the heading of a chart names only predictors that stay significant after Holm's correction (1979) over all ${coefficients}.`,
  }),
  noLikelihood: {
    zh: "加权或成群时没有通常意义的似然，因此不给 AIC、似然比检验与伪 R²。",
    en: "With weights or clusters there is no likelihood of people: no AIC, no likelihood ratio test, no pseudo-R².",
  },
  weightedFit: {
    zh: "R²、AUC 与 Brier 得分为加权值。",
    en: "R², AUC and Brier score are weighted.",
  },
  intercept: { zh: "截距", en: "Intercept" },
  threshold: (low: string, high: string): Bilingual => ({ zh: `阈值 ${low}|${high}`, en: `Threshold ${low}|${high}` }),
  level: (column: LocalText, level: LocalText, reference: LocalText): Bilingual => {
    const [a, b, c] = [bilingual(column), bilingual(level), bilingual(reference)];
    return { zh: `${a.zh}：${b.zh}（对照：${c.zh}）`, en: `${a.en}: ${b.en} (against ${c.en})` };
  },
  hidden: (column: LocalText, names: Bilingual, minimum: number): Bilingual => ({
    zh: `不显示也不进入模型的组（${bilingual(column).zh}）：${names.zh}（少于 ${minimum} 人，或一经显示即可推出不足 ${minimum} 人的组）。`,
    en: `Not shown and not in the model (${bilingual(column).en}): ${names.en} (fewer than ${minimum} respondents, or such a group could be worked out from them).`,
  }),
  noReference: (column: LocalText): Bilingual => ({
    zh: `指定的对照组不能显示或没有人，“${bilingual(column).zh}”改以人数最多的组为对照。`,
    en: `The reference asked for cannot be shown or is empty: ${quoted(column).en} is compared with its largest group.`,
  }),
  oneGroup: (column: LocalText): Bilingual => ({
    zh: `“${bilingual(column).zh}”中可以显示的组不足两个，不能作预测变量。`,
    en: `Fewer than two groups of ${quoted(column).en} can be shown: it cannot be a predictor.`,
  }),
  chart: (outcome: LocalText, names: Bilingual): Bilingual => ({
    zh: `其他条件相同时，与${quoted(outcome).zh}有关的是：${names.zh}`,
    en: `Others equal, what goes with ${quoted(outcome).en}: ${names.en}`,
  }),
  chartNone: (outcome: LocalText): Bilingual => ({
    zh: `校正后没有证据表明哪个预测变量与${quoted(outcome).zh}有关`,
    en: `No evidence after correction that any predictor goes with ${quoted(outcome).en}`,
  }),
  noEffect: { zh: "无差异", en: "No difference" },
  notCause: {
    zh: "系数说的是关联，不是因果：没有问到的因素可能同时影响预测变量与结果。",
    en: "Coefficients are associations, not causes: what was not asked may move both predictor and outcome.",
  },
  inSample: {
    zh: "AUC 与 Brier 得分由拟合所用的同一批受访者计算，用于新客户时会差一些。",
    en: "AUC and Brier score come from the respondents the model was fitted to: for new customers they will be somewhat worse.",
  },
  fewEvents: (perCoefficient: string): Bilingual => ({
    zh: `较少的一类平均每个系数只有 ${perCoefficient} 人（经验上至少 10 人，Peduzzi 1996），系数可能偏大且不稳定。`,
    en: `Only ${perCoefficient} respondents of the rarer kind for each coefficient (10 is the usual least; Peduzzi 1996): coefficients may be too large and unsteady.`,
  }),
  collinear: (names: Bilingual): Bilingual => ({
    zh: `${names.zh}的 VIF 超过 5，系数不稳定，正负号也可能反转；不要把系数当作重要性（Hair 2021）。`,
    en: `The VIF of ${names.en} is above 5: coefficients are unsteady and may change sign. Do not read them as importance (Hair 2021).`,
  }),
  fullLeverage: {
    zh: "有受访者独自决定某个系数，HC3 无法计算，改用通常的最小二乘标准误。",
    en: "Some respondents alone determine a coefficient, so HC3 cannot be had; errors are those of ordinary least squares.",
  },
  separated: {
    zh: "某个预测变量（或其组合）把结果完全分开，系数趋于无穷，没有有限的估计。请归并答案，或去掉该变量。",
    en: "A predictor, or several together, tells the outcomes apart completely: coefficients run to infinity. Merge answers or leave that predictor out.",
  },
  exactFit: {
    zh: "预测变量完全决定了结果，没有误差可以估计。请检查是否把结果本身放进了预测变量。",
    en: "The predictors reproduce the outcome exactly, so there is no error to estimate. Check whether the outcome is among them in another form.",
  },
  noWeight: { zh: "有回答的受访者权重之和为 0。", en: "The weights of those who answered add up to 0." },
  fewClusters: {
    zh: "群太少，不足以估计这么多系数的误差。请减少预测变量，或不按群计算。",
    en: "There are too few clusters for the errors of so many coefficients. Take fewer predictors, or no clusters.",
  },
  tooManyLevels: (outcome: LocalText, most: number): Bilingual => ({
    zh: `${quoted(outcome).zh}的档位超过 ${most} 个，请用 linear。`,
    en: `${quoted(outcome).en} has more than ${most} levels: use linear.`,
  }),
} as const;
