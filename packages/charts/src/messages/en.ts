import type { ChartMessages } from "./zh.ts";

export const en: ChartMessages = {
  performanceAxis: { rating: "Performance (mean rating) →", index: "Performance (score 0–100) →" },
  importanceAxis: "Importance →",
  quadrants: {
    "keep-up": "Keep up",
    "concentrate-here": "Improve first",
    "low-priority": "Low priority",
    "possible-overkill": "Possible overkill",
  },
};
