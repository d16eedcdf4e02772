import type { Messages } from "../zh.ts";

export const summary: Messages["summary"] = {
  heading: "Summary",
  subtitle: "Customer satisfaction report",
  subtitleWithPeriod: (period) => `Customer satisfaction report · ${period}`,
  sample: (respondents, rows) => `This report rests on ${respondents} valid responses (${rows} rows were read).`,
  weighted: (column) => `Results are weighted by “${column}”.`,
  unweighted: "Results are unweighted: every respondent counts once.",
  intervals: (percent) =>
    `Brackets hold the ${percent} confidence interval. A difference is stated only where the intervals and tests carry it; everything else is “no evidence of a difference” or “no evidence of change”.`,
  noFindings:
    "The answers do not yet carry any conclusion. Read the numbers below together with their intervals and n.",
  noKeyFigures: "These data hold no key figure that can be computed.",
  noRespondents:
    "There are no valid responses to analyse; this report only describes where the data came from and how they were handled.",
  tooFewRespondents: (respondents, minimum) =>
    `There are only ${respondents} valid responses, fewer than ${minimum}: to protect respondents, hardly any number is shown.`,
  seeEvidence: (number) => `See section ${number}.`,
  tones: { good: "Good", bad: "Bad", neutral: "Note" },
  meta: {
    period: "Period",
    respondents: "Valid responses",
    weighting: "Weighting",
    produced: "Produced",
    product: "Software",
  },
  metaUnweighted: "Unweighted",
};
