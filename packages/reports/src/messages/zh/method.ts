export const method = {
  heading: "方法与样本",
  design: {
    purpose: "调查目的",
    population: "调查对象",
    method: "调查方式",
    period: "调查时间",
    source: "数据来源",
  },
  notStated: "调查定义中没有写明。",
  sampleCaption: "样本：从读入到分析",
  sampleColumns: { step: "步骤", rows: "行数", share: "占读入" },
  rowsRead: "读入",
  excluded: {
    duplicate: "剔除：重复",
    test: "剔除：测试数据",
    "by-hand": "剔除：人工剔除并注明原因",
    "no-weight": "剔除：缺少权重",
  },
  respondents: "有效问卷（进入分析）",
  excludedStay: "剔除的行仍留在原始数据中，可以恢复。",
  severalARow: "数据是频数表，一行代表多位受访者，所以不算占比。",
  invited: (invited: string, rate: string) => `计划中邀请 ${invited} 人，有效回收率 ${rate}。`,
  responseRateUnknown: "调查定义没有写明邀请人数，回收率未知：满意的占比只说明答卷者，不能直接当作全体客户的占比。",
  responseRateImpossible: (invited: string) => `写明的邀请人数（${invited}）少于有效问卷数，回收率无法计算，请核对。`,
  setAside: (answers: string) => `有 ${answers} 个答案的编码不在编码表中，按要求搁置，不计入任何分母。`,
  weightingUnweighted: (n: string) => `结果未加权：${n} 位受访者每人计一份。`,
  weighting: (label: string, base: string, effective: string, deff: string) =>
    `结果按“${label}”加权：加权基数 ${base}，有效样本量 ${effective}，设计效应 ${deff}。区间和检验用有效样本量，表中的 n 是未加权的回答数。`,
  noRating: (total: string, parts: string) =>
    `各指标共有 ${total} 个回答没有给出评分（${parts}）。它们分开记录，不当作 0 分或中间分，也不进入分母。`,
  noRatingNone: "各指标没有缺失的评分。",
  reasons: {
    notShown: "未出示",
    skipped: "跳过",
    notApplicable: "不适用",
    dontKnow: "不知道",
    refused: "拒答",
    setAside: "搁置",
  },
  reasonCount: (reason: string, count: string) => `${reason} ${count}`,
  margins: (percent: string, margin: string, n: string) =>
    `满意度指数的 ${percent} 误差范围约为 ±${margin}（n = ${n}）；其余指标的区间与数值列在一起。`,
  limitsHeading: "这些数字不能说明什么",
  limits: {
    sampling: (percent: string) =>
      `${percent} 置信区间只反映抽样误差，前提是受访者近似随机地来自调查对象；拒答、漏访和措辞造成的偏差不在其中。`,
    frame: "本报告没有把答卷者与抽样框作比较；回收率低时，答卷者与未答者可能不同。",
    association: "驱动因素和推导的重要性是关联，不是因果；提高某项得分是否带来总体提高，要靠改进后的验证。",
    groups: (minimum: string) => `少于 ${minimum} 人的组不显示任何数字，并会隐藏能反推出它的组。`,
    reliability: (alpha: string, n: string) =>
      `指数由调查定义中的指标合成，其内部一致性为 Cronbach α = ${alpha}，n = ${n}；这并不说明所选指标就是合适的。`,
    noReliability: "指数由调查定义中的指标合成；由现有答案无法得出其内部一致性（Cronbach α）。",
    multiple: "组间和期间的多项比较已按 Holm 法校正；未经校正的逐项对比不能当作结论。",
  },
};
