import type { ChartMessages } from "./zh.ts";

export const en: ChartMessages = {
  performanceAxis: "Performance (satisfaction score) →",
  importanceAxis: "Importance →",
  quadrants: {
    "keep-up": "Keep up",
    "concentrate-here": "Improve first",
    "low-priority": "Low priority",
    "possible-overkill": "Possible overkill",
  },
};
