import type { Messages } from "../zh.ts";

export const method: Messages["method"] = {
  heading: "Method and sample",
  design: {
    purpose: "Purpose",
    population: "Population",
    method: "Mode of survey",
    period: "Period",
    source: "Source of data",
  },
  notStated: "Not stated in the study definition.",
  sampleCaption: "Sample: from reading to analysis",
  sampleColumns: { step: "Step", rows: "Rows", share: "Of rows read" },
  rowsRead: "Read",
  excluded: {
    duplicate: "Left out: duplicate",
    test: "Left out: test entry",
    "by-hand": "Left out: by hand, for a stated reason",
    "no-weight": "Left out: no weight",
  },
  respondents: "Valid responses (analysed)",
  excludedStay: "Rows left out stay in the data file and can be restored.",
  severalARow: "The data are counts: a row stands for several respondents, so no share of the rows is given.",
  invited: (invited, rate) => `The plan invited ${invited} customers; the rate of valid responses is ${rate}.`,
  responseRateUnknown:
    "The study definition does not say how many customers were invited, so the response rate is unknown: shares describe those who answered and cannot simply be read as shares of all customers.",
  responseRateImpossible: (invited) =>
    `The number invited (${invited}) is below the number of valid responses, so no response rate can be given; please check it.`,
  setAside: (answers) =>
    `${answers} answers have codes that the code book does not know; they were set aside on request and are in no denominator.`,
  weightingUnweighted: (n) => `Results are unweighted: each of the ${n} respondents counts once.`,
  weighting: (label, base, effective, deff) =>
    `Results are weighted by “${label}”: weighted base ${base}, effective sample size ${effective}, design effect ${deff}. Intervals and tests use the effective sample size; n in the tables counts answers without weights.`,
  noRating: (total, parts) =>
    `${total} answers to the items hold no rating (${parts}). They are recorded separately, count neither as 0 nor as a middle rating, and are in no denominator.`,
  noRatingNone: "No rating is missing in any item.",
  reasons: {
    notShown: "not shown",
    skipped: "skipped",
    notApplicable: "not applicable",
    dontKnow: "don't know",
    refused: "refused",
    setAside: "set aside",
  },
  reasonCount: (reason, count) => `${reason} ${count}`,
  margins: (percent, margin, n) =>
    `The ${percent} margin of the satisfaction index is about ±${margin} (n = ${n}); the intervals of the other measures stand beside their values.`,
  limitsHeading: "What these numbers do not say",
  limits: {
    sampling: (percent) =>
      `The ${percent} confidence intervals cover sampling error only, and only if respondents come from the population about at random; bias from refusals, coverage or wording is not in them.`,
    frame:
      "Respondents were not compared with the sampling frame; where few respond, those who answered may differ from those who did not.",
    association:
      "Drivers and derived importance are associations, not causes; whether raising a score raises satisfaction has to be verified after the improvement.",
    groups: (minimum) =>
      `Groups of fewer than ${minimum} show no number, and groups from which they could be derived are hidden too.`,
    reliability: (alpha, n) =>
      `The index combines the items of the study definition. How well they hang together: Cronbach's α = ${alpha}, n = ${n}; it does not say that they are the right items.`,
    noReliability:
      "The index combines the items of the study definition; how well they hang together (Cronbach's α) cannot be told from these answers.",
    multiple:
      "Comparisons among groups and waves are corrected by Holm's method; single uncorrected comparisons are not conclusions.",
  },
};
