import type { Messages } from "../zh.ts";

export const keyFigures: Messages["keyFigures"] = {
  heading: "Key figures",
  meanings: {
    csi: "Weighted mean of the items' scores (0–100). Says how satisfied customers are on average.",
    "satisfied-customer-rate":
      "Share of customers whose personal score reaches the threshold; counts customers. Says how many customers are satisfied.",
    "satisfied-rating-share":
      "Share of satisfied ratings among all ratings of all items; counts ratings. Says how often a rating is a satisfied one.",
    "overall-index": "Mean of the question on overall satisfaction, converted to 0–100.",
    csat: "Share of respondents who chose a satisfied answer to the question on overall satisfaction.",
    nps: "Share of promoters minus share of detractors, from −100 to 100.",
    ces: "Score of the question on ease; higher means easier.",
    repurchase: "Share of respondents who would stay with us.",
    recommendation: "Share of respondents who would recommend us.",
  },
  cesShare: "Share of respondents who chose an easy answer to the question on ease.",
  threeMeasures:
    "The index, the satisfied-customer rate and the share of satisfied ratings are three different things and cannot stand for one another: the index is a mean level, the rate counts customers, the share counts ratings. Say which one you quote.",
  caption: "Key figures with confidence intervals",
  columns: { measure: "Measure", value: "Value", bar: "Interval", n: "n", conversion: "Conversion" },
  barNote: "The line is the confidence interval, the dot the value; the scale runs 0–100, for the NPS −100 to 100.",
  clustered: "Allowing for clusters",
  threshold: (from) => `a personal score of ${from} or more counts as satisfied`,
  counted: (labels) => `counts: ${labels}`,
  promoters: (promoters, passives, detractors) =>
    `promoters ${promoters}, passives ${passives}, detractors ${detractors}`,
  grade: (band) => `Grade: ${band}`,
  gradeOpen: (band, reaches) => `Grade: ${band} (the interval reaches ${reaches}; the grade is open)`,
  gradeTitle: (name, value, band) => `${name} ${value}: graded “${band}”`,
  gradeTitleOpen: (name, value, reaches) => `${name} ${value}: the interval reaches ${reaches}, the grade is open`,
  gradeReading: (scale, conversion) =>
    `Bands by “${scale}”, for scores by “${conversion}” only; each includes its lower bound and excludes its upper one.`,
  targetLabel: (target) => `Target ${target}`,
  target: { met: "met", missed: "missed", open: "cannot be told yet" },
  targetRemark: (target, verdict) => `Target ${target}: ${verdict}`,
  targetsCaption: "Targets",
  targetColumns: {
    measure: "Measure",
    target: "Target",
    baseline: "Baseline",
    value: "Now",
    verdict: "Verdict",
    due: "Due",
    owner: "Owner",
  },
  targetNote:
    "“Met” or “missed” needs the whole interval on one side of the target; where the interval spans it, this sample cannot tell.",
  meaningsHeading: "What the measures mean",
};
