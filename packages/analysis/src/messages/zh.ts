import type { AnalysisMessages } from "./messages.ts";

export const zh: AnalysisMessages = {
  keyFigures: {
    csi: "客户满意度指数（CSI）",
    "satisfied-customer-rate": "满意客户率",
    "satisfied-rating-share": "满意评分占比",
    "overall-index": "总体满意度得分",
    csat: "总体满意率（CSAT）",
    nps: "净推荐值（NPS）",
    ces: "办事省力率（CES）",
    repurchase: "续约意愿",
    recommendation: "推荐意愿",
  },
  indexWeightings: {
    equal: "等权",
    entered: "录入权重",
    stated: "客户评定的重要性",
    correlation: "相关系数",
    regression: "回归系数",
    lmg: "Shapley（LMG）",
    johnson: "Johnson 相对权重",
    entropy: "熵权法",
  },
  unweighted: "不加权",
  findings: {
    "csi-level": (d) => `客户满意度指数为 ${d.value} 分（满分 100，置信区间 ${d.interval}，n = ${d.n}）。`,
    "csi-grade-certain": (d) => `按“${d.scale}”评为“${d.grade}”，整个置信区间都在这一等级内。`,
    "csi-grade-open": (d) => `按“${d.scale}”，置信区间跨越${d.grades}，样本不足以判定属于哪一级。`,
    "three-measures": (d) =>
      `三个指标含义不同：平均得分 ${d.index} 分；${d.customers} 的客户个人得分达到 ${d.from} 分；全部评分中 ${d.ratings} 为满意。`,
    "nps-positive": (d) => `净推荐值为 ${d.value}（${d.interval}），推荐者多于贬损者。`,
    "nps-negative": (d) => `净推荐值为 ${d.value}（${d.interval}），贬损者多于推荐者。`,
    "nps-balanced": (d) => `净推荐值为 ${d.value}（${d.interval}），区间包含 0，不能断定推荐者与贬损者孰多。`,
    "csat-level": (d) => `“${d.question}”：${d.value} 表示满意（${d.interval}，n = ${d.n}）。`,
    "target-met": (d) => `目标达成：${d.measure} ${d.value}（${d.interval}），目标 ${d.target}。`,
    "target-missed": (d) => `目标未达成：${d.measure} ${d.value}（${d.interval}），目标 ${d.target}。`,
    "target-open": (d) => `目标尚无定论：${d.measure} ${d.value}（${d.interval}），目标 ${d.target} 落在区间之内。`,
    "items-above": (d) => `整个置信区间都高于总指数（${d.csi}）的指标：${d.items}。`,
    "items-below": (d) => `整个置信区间都低于总指数（${d.csi}）的指标：${d.items}。`,
    "matrix-priority": (d) => `客户看重而得分偏低，应优先改进：${d.items}。`,
    "drivers-above-even": (d) =>
      `与总体满意度关系最密切的是：${d.items}，其解释份额明显高于平均的 ${d.even}；全部指标共解释总体满意度变异的 ${d.explained}。这是相关关系，不等于因果。`,
    "drivers-even": (d) => `全部指标共解释总体满意度变异的 ${d.explained}，没有哪一项明显突出。`,
    "group-higher": (d) => `${d.grouping}：${d.groups}的${d.measure}高于其他组。`,
    "group-lower": (d) => `${d.grouping}：${d.groups}的${d.measure}低于其他组。`,
    "groups-no-evidence": (d) => `按${d.groupings}分组，各组的${d.measure}均无显著差异，不宜据此排名。`,
    "change-up": (d) => `${d.measure}由${d.from}到${d.to}上升 ${d.change}。`,
    "change-down": (d) => `${d.measure}由${d.from}到${d.to}下降 ${d.change}。`,
    "change-none": (d) => `由${d.from}到${d.to}，${d.measures}无显著变化。`,
    "item-change-up": (d) => `由${d.from}到${d.to}上升的指标：${d.items}。`,
    "item-change-down": (d) => `由${d.from}到${d.to}下降的指标：${d.items}。`,
    "caution-response-rate": () => "未说明发出多少份问卷，回收率不明，答卷者能在多大程度上代表全体客户也就无从判断。",
    "caution-nonresponse": (d) => `受邀 ${d.invited} 人，回收率 ${d.rate}；作答者与未作答者是否相似，未作比较。`,
    "caution-few": (d) => `仅有 ${d.n} 份有效问卷，比例类指标的误差最大可达 ± ${d.half}。`,
    "caution-complete-cases": (d) =>
      `全部指标都作答的只有 ${d.n} 人（${d.share}），驱动分析和由数据推算的权重以他们为准。`,
    "caution-no-rating": (d) => `以下指标未评分者较多：${d.items}。未评分不计入分母，也绝不当作“一般”。`,
    "caution-design-effect": (d) =>
      `加权降低了精度：${d.n} 份问卷只相当于 ${d.effectiveN} 份（设计效应 ${d.effect}）。`,
    "caution-reworded": (d) =>
      `与${d.from}相比，${d.to}中以下问题的措辞有改动：${d.items}。它们以及由它们得出的数字的变化，可能只是措辞改动造成的。`,
    "caution-unreliable": (d) =>
      `以下部分的各项彼此关联不够紧密（Cronbach α 低于 0.7），不宜合成一个数字来读：${d.parts}。请逐项查看。`,
    "caution-set-aside": (d) => `有 ${d.answers} 个答案不在编码表内，已搁置。`,
    "caution-weights-replaced": (d) => `现有数据无法得到所要求的指标权重（${d.wanted}），以等权代替。`,
  },
};
