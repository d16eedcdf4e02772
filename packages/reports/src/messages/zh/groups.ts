type NotTestableReason = "no-answers" | "fewer-than-two-rows" | "no-variation" | "fewer-than-two-columns" | "too-large";

/** By the reason the test gives. */
const notTestable: Readonly<Record<NotTestableReason, string>> = {
  "no-answers": "没有可检验的回答，未作检验。",
  "fewer-than-two-rows": "所有答案都相同，没有可检验的差异。",
  "no-variation": "所有答案都相同，没有可检验的差异。",
  "fewer-than-two-columns": "有回答的组不足两组，无法比较。",
  "too-large": "表格太大，未作检验。",
};

export const groups = {
  heading: "分组比较",
  intro: (minimum: string) =>
    `组间差异是每组与其余各组合计之差，p 值已按 Holm 法校正。三角表示有显著差异，圆点表示无显著差异；少于 ${minimum} 人的组不显示数字。`,
  subheading: (label: string) => `按${label}`,
  total: (value: string) => `总体 ${value}`,
  titleBoth: (higher: string, lower: string) => `${higher}高于其余，${lower}低于其余`,
  titleHigher: (higher: string) => `${higher}高于其余`,
  titleLower: (lower: string) => `${lower}低于其余`,
  titleNone: (label: string) => `按${label}比较，各组之间无显著差异`,
  titleHidden: (minimum: string) => `各组都少于 ${minimum} 人，不显示数字`,
  titleAllHidden: "没有可以显示数字的组",
  named: (name: string) => `“${name}”`,
  some: (names: string, count: string) => `${names}等 ${count} 组`,
  reading: "▲ 显著高于其余 · ▼ 显著低于其余 · ● 无显著差异",
  differenceCaption: (label: string, measure: string) => `${label}：${measure}与其余各组之差`,
  columns: { group: "组", n: "人数", value: "数值", difference: "与其余之差", p: "校正后 p", verdict: "结论" },
  measuresCaption: (label: string) => `${label}：全部关键指标`,
  itemsCaption: (label: string) => `${label}：各项指标得分（0–100）`,
  itemsNote: "组名后的 n 为该组受访人数；每格的有效回答数可能少于它。",
  crosstabCaption: (rows: string, columns: string) => `${rows} × ${columns}（组内占比）`,
  crosstabLetters: "字母：该组的占比显著高于所标字母的组（α = 5%，Holm 校正）。",
  tests: {
    pearson: (statistic: string, df: string) => `Pearson χ²(${df}) = ${statistic}`,
    "rao-scott": (statistic: string, df: string) => `Rao–Scott 校正 F(${df}) = ${statistic}`,
  },
  test: (test: string, p: string, v: string, n: string) => `${test}，${p}，Cramér V = ${v}，n = ${n}。`,
  expectedLow: (smallest: string, share: string) =>
    `最小期望频数 ${smallest}，${share} 的格子低于 5，检验结果仅供参考。`,
  notTestable,
  verdicts: { higher: "高于其余", lower: "低于其余", none: "无显著差异" },
};
