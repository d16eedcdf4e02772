export const drivers = {
  heading: "驱动因素",
  caution:
    "这里说的是关联，不是因果：份额大的指标与总体满意度一起变动，但提高它是否就能提高总体满意度，要用改进后的对比来验证。",
  intro: (outcome: string, rSquared: string, adjusted: string, n: string) =>
    `以“${outcome}”为结果、各指标为解释变量的线性回归，R² = ${rSquared}（校正 ${adjusted}），n = ${n}（结果和各指标都有评分的受访者）。`,
  shares: "份额按 LMG（Shapley）法把 R² 分给各指标，合计 100%；指标彼此相关时，它比回归系数稳定。",
  exact: "份额由全部子集精确计算，",
  sampled: "份额由随机排列近似计算，",
  resamples: (count: string) => `区间由 ${count} 次自助抽样得到。`,
  noResamples: "没有计算区间。",
  title: (names: string, even: string) => `${names}的解释份额明显高于平均份额 ${even}`,
  titleEven: (even: string) => `没有哪项指标的解释份额明显高于平均份额 ${even}`,
  subtitle: "LMG 份额（占 R²）",
  caption: "驱动因素",
  columns: {
    item: "指标",
    lmg: "LMG 份额",
    interval: "区间",
    johnson: "Johnson 权重",
    beta: "标准化系数",
    coefficient: "系数（标准误）",
    p: "p",
    vif: "VIF",
    correlation: "相关",
  },
  negative: (names: string) =>
    `${names}的回归系数为负，而与结果的相关为正：这是指标彼此相关造成的，不能解释为“做得越好越不满意”。`,
  collinear: (names: string) => `${names}的 VIF 超过 5，系数不稳定，请看 LMG 份额。`,
  tooFew: (n: string, required: string) =>
    `结果和各指标都有评分的受访者只有 ${n} 位，少于所需的 ${required} 位，未计算驱动因素。`,
  singular: (names: string) => `${names}与其他指标完全线性相关，驱动因素无法计算。`,
  unnamed: "有的指标",
};
