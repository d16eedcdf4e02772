import type { Measure } from "@manyi/analysis/results/figure";

const measures: Readonly<Record<Measure, string>> = {
  mean: "均值",
  median: "中位数",
  index: "得分（0–100）",
  "top-share": "满意占比",
  "bottom-share": "不满意占比",
  nps: "净推荐值",
  "satisfied-customer-rate": "满意客户率",
  "satisfied-rating-share": "满意评分占比",
  "intention-share": "意愿占比",
  "respondent-index-mean": "个人得分均值",
  importance: "重要性均值",
};

export const common = {
  measures,
  notApplicable: "—",
  tooFew: (n: string) => `回答不足（n = ${n}）`,
  allEqual: "答案全部相同",
  noVariation: "答案全部相同，无法检验",
  /** In place of a number that would let a smaller group be worked out. */
  hidden: "隐去",
  hiddenNote: "隐去：人数达到要求，但显示它会让人推算出人数不足的组。",
  n: (n: string) => `n = ${n}`,
  period: (from: string, to: string) => `${from} 至 ${to}`,
  listed: (names: readonly string[]) => names.join("、"),
  phrases: (parts: readonly string[]) => parts.join("；"),
  /** Whole sentences one after another. */
  sentences: (parts: readonly string[]) => parts.join(""),
  detail: (text: string) => `（${text}）`,
  subtitle: (parts: readonly string[]) => parts.join(" · "),
  interval: (percent: string) => `${percent} 置信区间`,
  part: (index: number, count: number) => `（${index} / ${count}）`,
};
