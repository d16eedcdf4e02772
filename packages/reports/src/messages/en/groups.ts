import type { Messages } from "../zh.ts";

export const groups: Messages["groups"] = {
  heading: "Groups compared",
  intro: (minimum) =>
    `A difference is that of a group against all the others together; p-values are corrected by Holm's method. A triangle marks evidence of a difference, a dot none; groups of fewer than ${minimum} show no number.`,
  subheading: (label) => `By ${label}`,
  total: (value) => `Total ${value}`,
  titleBoth: (higher, lower) => `Above the rest: ${higher}; below: ${lower}`,
  titleHigher: (higher) => `Above the rest: ${higher}`,
  titleLower: (lower) => `Below the rest: ${lower}`,
  titleNone: (label) => `No evidence of differences by ${label}`,
  titleHidden: (minimum) => `All groups have fewer than ${minimum} respondents; no number is shown`,
  titleAllHidden: "No group may be shown",
  named: (name) => name,
  some: (names, count) => `${names} and others (${count} in all)`,
  reading: "▲ evidence: above the rest · ▼ evidence: below the rest · ● no evidence of a difference",
  differenceCaption: (label, measure) => `${label}: ${measure}, each group against all others`,
  columns: {
    group: "Group",
    n: "Respondents",
    value: "Value",
    difference: "Against the rest",
    p: "p, corrected",
    verdict: "Verdict",
  },
  measuresCaption: (label) => `${label}: all key figures`,
  itemsCaption: (label) => `${label}: scores of the items (0–100)`,
  itemsNote: "n after a group counts its respondents; a cell may rest on fewer valid answers.",
  crosstabCaption: (rows, columns) => `${rows} by ${columns} (shares within the group)`,
  crosstabLetters: "Letters: the share is significantly above that of the groups lettered so (α = 5%, Holm).",
  tests: {
    pearson: (statistic, df) => `Pearson χ²(${df}) = ${statistic}`,
    "rao-scott": (statistic, df) => `Rao–Scott F(${df}) = ${statistic}`,
  },
  test: (test, p, v, n) => `${test}, ${p}, Cramér's V = ${v}, n = ${n}.`,
  expectedLow: (smallest, share) =>
    `Smallest expected count ${smallest}; ${share} of the cells are below 5, so take the test as a hint only.`,
  notTestable: {
    "no-answers": "No answers that could be tested.",
    "fewer-than-two-rows": "All answers are equal, so there is no difference to test.",
    "no-variation": "All answers are equal, so there is no difference to test.",
    "fewer-than-two-columns": "Fewer than two groups have answers, so there is nothing to compare.",
    "too-large": "The table is too large to be tested.",
  },
  verdicts: { higher: "above the rest", lower: "below the rest", none: "no evidence of a difference" },
};
