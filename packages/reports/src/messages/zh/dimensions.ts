export const dimensions = {
  heading: "维度",
  intro: "维度得分是其下各指标得分的加权平均，权重见附录。",
  title: (count: string, lowest: string, highest: string) => `${count} 个维度的得分在 ${lowest} 与 ${highest} 之间`,
  titleEqual: (count: string, value: string) => `${count} 个维度的得分都是 ${value}`,
  titleOne: (name: string, value: string) => `${name}得分 ${value}`,
  titleNone: "各维度没有可以显示的得分",
  caption: "维度得分",
  columns: {
    dimension: "维度",
    items: "指标数",
    weight: "权重",
    index: "得分",
    interval: "区间",
    n: "n",
    reliability: "信度（α）",
  },
  reliabilityNote: (confidence: string) =>
    `信度为 Cronbach α 及其 ${confidence} 区间（Feldt 法），只计各项都作了评价的受访者；低于 0.7 时应逐项查看。`,
  wholeReliability: (alpha: string, n: string) => `全部指标合在一起：α = ${alpha}，n = ${n}。`,
  noReliability: { "one-item": "仅一项", "too-few-answers": "人数过少", "no-variation": "答案全同" },
  reference: (value: string) => `指数 ${value}`,
};
