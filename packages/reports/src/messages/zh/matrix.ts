import type { ImportancePerformance, Quadrant } from "@manyi/analysis/results/explain";

const importance: Readonly<Record<ImportancePerformance["importance"], string>> = {
  stated: "客户评定的重要性",
  "derived-correlation": "推导的重要性（与总体满意度的相关系数）",
  "derived-partial": "推导的重要性（与总体满意度的偏相关系数）",
};

const crosshair: Readonly<Record<ImportancePerformance["crosshair"], string>> = {
  scale: "量表中点",
  means: "各指标均值",
  medians: "各指标中位数",
};

const quadrants: Readonly<Record<Quadrant, string>> = {
  "keep-up": "继续保持",
  "concentrate-here": "优先改进",
  "low-priority": "次要机会",
  "possible-overkill": "可能过度投入",
};

export const matrix = {
  heading: "重要性与表现",
  importance,
  crosshair,
  quadrants,
  measures: { rating: "满意度的平均评分", index: "满意度得分（0–100）" },
  intro: (measure: string, kind: string) => `横轴为${measure}，纵轴为${kind}。左上方为“优先改进”区：重要而评分偏低。`,
  derived: "推导的重要性是关联，不是因果；它与受访者自己说的重要性可能不同。",
  title: (names: string) => `落在“优先改进”区：${names}`,
  titleNone: "没有指标落在“优先改进”区",
  lines: (crosshair: string, performance: string, importance: string) =>
    `分界线取${crosshair}：表现 ${performance}，重要性 ${importance}；等于分界线的算作高。`,
  caption: "重要性与表现",
  columns: {
    number: "序号",
    item: "指标",
    importance: "重要性",
    performance: "表现",
    n: "n",
    quadrant: "区域",
    gap: "差距",
  },
  gapNote: "差距 = 表现 − 重要性。",
  noGapNote: "重要性与表现单位不同，不计算差距。",
  uncertain: (names: string) => `以下指标的置信区间跨过分界线，归哪一区还不能确定：${names}。`,
  otherDefinitions: (count: string) => `另按 ${count} 种定义（重要性来源与分界线的组合）计算过：`,
  stable: "所有指标的区域都不变。",
  unstable: (names: string) => `以下指标会换区，结论要谨慎：${names}。`,
};
