export const zh = {
  performanceAxis: { rating: "表现（平均评分）→", index: "表现（得分 0–100）→" },
  importanceAxis: "重要性 →",
  quadrants: {
    "keep-up": "继续保持",
    "concentrate-here": "优先改进",
    "low-priority": "次要机会",
    "possible-overkill": "可能过度投入",
  },
};

/** The few words that charts say themselves; everything else comes with their data. */
export type ChartMessages = typeof zh;
