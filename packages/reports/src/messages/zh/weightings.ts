export const weightings = {
  heading: "加权与未加权对照",
  intro: "两种口径的样本相同，只是每位受访者的份量不同。差别大时，说明样本结构与加权所依据的总体结构不同。",
  unweighted: "未加权",
  caption: "关键指标：不同口径",
  measure: "指标",
  effectiveN: "有效样本量",
  designEffect: "设计效应",
  shown: (label: string) => `${label}（本报告）`,
};
