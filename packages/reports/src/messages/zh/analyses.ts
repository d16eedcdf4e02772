export const analyses = {
  heading: "专项分析",
  intro: (confidence: string) => `以下分析由调查定义中的 analyses 指定。括号内为 ${confidence} 置信区间。`,
  filtered: (conditions: string) => `只包括部分受访者（${conditions}）。`,
  weighted: (label: string) => `权重：${label}。`,
  axes: (upwards: string, across: string) => `纵轴：${upwards}；横轴：${across}`,
  pathCoefficients: "箭头上的数字是标准化路径系数",
  path: (from: string, to: string, value: string, isUnclear: boolean) =>
    `${from} → ${to}：${value}${isUnclear ? "（不能断定）" : ""}。`,
  constructIndex: (index: string) => `指数 ${index}`,
  constructExplained: (share: string) => `R² ${share}`,
  pathsReading: "实线：区间不含 0；虚线：不能断定。线越粗，系数越大。",
  none: {
    "too-few-answers": "回答太少",
    "no-variation": "无差异",
    "not-estimable": "无法估计",
  },
};
