import type { Messages } from "../zh.ts";

export const common: Messages["common"] = {
  measures: {
    mean: "Mean",
    median: "Median",
    index: "Score (0–100)",
    "top-share": "Share satisfied",
    "bottom-share": "Share dissatisfied",
    nps: "NPS",
    "satisfied-customer-rate": "Satisfied-customer rate",
    "satisfied-rating-share": "Share of satisfied ratings",
    "intention-share": "Share intending",
    "respondent-index-mean": "Mean personal score",
    importance: "Mean importance",
  },
  notApplicable: "—",
  tooFew: (n) => `too few answers (n = ${n})`,
  noVariation: "all answers equal, no test",
  n: (n) => `n = ${n}`,
  period: (from, to) => `${from} to ${to}`,
  listed: (names) => new Intl.ListFormat("en", { type: "conjunction" }).format(names),
  phrases: (parts) => parts.join("; "),
  sentences: (parts) => parts.join(" "),
  detail: (text) => ` (${text})`,
  subtitle: (parts) => parts.join(" · "),
  interval: (percent) => `${percent} confidence interval`,
  part: (index, count) => ` (${index} / ${count})`,
};
