/** Column headings that several families share. A family's own stand in its folder. */
import type { Term } from "../result/cells.ts";

function term(code: string, zh: string, en: string): Term {
  return { code, heading: { zh, en } };
}

export const terms = {
  item: term("item", "题目", "Question"),
  group: term("group", "分组", "Group"),
  pair: term("pair", "比较", "Comparison"),
  measure: term("measure", "量", "Measure"),
  variable: term("variable", "变量", "Variable"),
  dimension: term("dimension", "维度", "Dimension"),
  wave: term("wave", "期次", "Wave"),
  value: term("value", "数值", "Value"),
  n: term("n", "n", "n"),
  effectiveN: term("effective-n", "有效 n", "Effective n"),
  weightedBase: term("weighted-base", "加权基数", "Weighted base"),
  mean: term("mean", "均值", "Mean"),
  standardDeviation: term("standard-deviation", "标准差", "SD"),
  standardError: term("standard-error", "标准误", "SE"),
  median: term("median", "中位数", "Median"),
  share: term("share", "占比", "Share"),
  estimate: term("estimate", "估计值", "Estimate"),
  interval: term("interval", "区间", "Interval"),
  difference: term("difference", "差异", "Difference"),
  statistic: term("statistic", "统计量", "Statistic"),
  degreesOfFreedom: term("degrees-of-freedom", "自由度", "df"),
  pValue: term("p-value", "p", "p"),
  adjustedPValue: term("adjusted-p-value", "校正后 p", "Adjusted p"),
  effectSize: term("effect-size", "效应量", "Effect size"),
  coefficient: term("coefficient", "系数", "Coefficient"),
  correlation: term("correlation", "相关系数", "Correlation"),
  test: term("test", "检验", "Test"),
  verdict: term("verdict", "判断", "Verdict"),
} as const satisfies Readonly<Record<string, Term>>;
