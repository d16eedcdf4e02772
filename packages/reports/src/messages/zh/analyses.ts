export const analyses = {
  heading: "专项分析",
  intro: (confidence: string) => `以下分析由调查定义中的 analyses 指定。括号内为 ${confidence} 置信区间。`,
  filtered: (conditions: string) => `只包括部分受访者（${conditions}）。`,
  weighted: (label: string) => `权重：${label}。`,
  none: {
    "too-few-answers": "回答太少",
    "no-variation": "无差异",
    "not-estimable": "无法估计",
  },
};
