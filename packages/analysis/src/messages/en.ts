import type { AnalysisMessages } from "./messages.ts";

export const en: AnalysisMessages = {
  keyFigures: {
    csi: "Customer satisfaction index (CSI)",
    "satisfied-customer-rate": "Satisfied customers",
    "satisfied-rating-share": "Satisfied ratings",
    "overall-index": "Overall satisfaction (mean index)",
    csat: "Satisfied overall (CSAT)",
    nps: "Net Promoter Score (NPS)",
    ces: "Found it easy (CES)",
    repurchase: "Intend to stay",
    recommendation: "Intend to recommend",
  },
  indexWeightings: {
    equal: "equal",
    entered: "entered",
    stated: "stated importance",
    correlation: "correlation",
    regression: "regression",
    lmg: "Shapley (LMG)",
    johnson: "Johnson",
    entropy: "entropy",
  },
  unweighted: "unweighted",
  findings: {
    "csi-level": (d) => `The customer satisfaction index is ${d.value} of 100 (${d.interval}; n = ${d.n}).`,
    "csi-grade-certain": (d) => `On the scale “${d.scale}” that is “${d.grade}”; the whole interval lies in this band.`,
    "csi-grade-open": (d) =>
      `On the scale “${d.scale}” the interval reaches into ${d.grades}; the sample does not decide between them.`,
    "three-measures": (d) =>
      `Three different measures: the mean index is ${d.index}; ${d.customers} of customers reach an index of ${d.from} of their own; ${d.ratings} of all ratings are satisfied.`,
    "nps-positive": (d) => `The NPS is ${d.value} (${d.interval}): more promoters than detractors.`,
    "nps-negative": (d) => `The NPS is ${d.value} (${d.interval}): more detractors than promoters.`,
    "nps-balanced": (d) =>
      `The NPS is ${d.value} (${d.interval}); the interval holds 0, so neither promoters nor detractors can be said to outweigh.`,
    "csat-level": (d) => `“${d.question}”: ${d.value} are satisfied (${d.interval}; n = ${d.n}).`,
    "target-met": (d) => `Target met: ${d.measure} ${d.value} (${d.interval}), target ${d.target}.`,
    "target-missed": (d) => `Target missed: ${d.measure} ${d.value} (${d.interval}), target ${d.target}.`,
    "target-open": (d) =>
      `Target undecided: ${d.measure} ${d.value} (${d.interval}); the target ${d.target} lies inside the interval.`,
    "items-above": (d) => `With their whole interval above that of the index (${d.csi}): ${d.items}.`,
    "items-below": (d) => `With their whole interval below that of the index (${d.csi}): ${d.items}.`,
    "matrix-priority": (d) => `Important to customers and below average, so improve first: ${d.items}.`,
    "drivers-above-even": (d) =>
      `Goes most closely with overall satisfaction: ${d.items}, clearly above an even share of ${d.even}; all items together explain ${d.explained} of its variance. This is association, not proof of cause.`,
    "drivers-even": (d) =>
      `All items together explain ${d.explained} of the variance of overall satisfaction; none stands out clearly.`,
    "group-higher": (d) => `${d.grouping}: ${d.groups} scored above the other groups in ${d.measure}.`,
    "group-lower": (d) => `${d.grouping}: ${d.groups} scored below the other groups in ${d.measure}.`,
    "groups-no-evidence": (d) =>
      `No evidence that any group differs from the others in ${d.measure}, by: ${d.groupings}. Do not rank these groups.`,
    "change-up": (d) => `${d.measure} rose from ${d.from} to ${d.to} by ${d.change}.`,
    "change-down": (d) => `${d.measure} fell from ${d.from} to ${d.to} by ${d.change}.`,
    "change-none": (d) => `From ${d.from} to ${d.to} there is no evidence of change in ${d.measures}.`,
    "item-change-up": (d) => `Rose from ${d.from} to ${d.to}: ${d.items}.`,
    "item-change-down": (d) => `Fell from ${d.from} to ${d.to}: ${d.items}.`,
    "caution-response-rate": () =>
      "How many were asked is not stated, so the response rate is unknown, and with it how far those who answered stand for all customers.",
    "caution-nonresponse": (d) =>
      `Of ${d.invited} who were asked ${d.rate} answered; whether they resemble those who did not was not examined.`,
    "caution-few": (d) => `Only ${d.n} respondents: a share is uncertain by up to ± ${d.half}.`,
    "caution-complete-cases": (d) =>
      `Only ${d.n} respondents (${d.share}) answered every item; drivers and weights derived from the data rest on them.`,
    "caution-no-rating": (d) => `Many gave no rating: ${d.items}. Such answers are left out, never counted as neutral.`,
    "caution-design-effect": (d) =>
      `Weighting costs precision: ${d.n} respondents are worth ${d.effectiveN} (design effect ${d.effect}).`,
    "caution-reworded": (d) =>
      `Asked in other words in ${d.to} than in ${d.from}: ${d.items}. Their change, and that of figures made from them, may come from the wording alone.`,
    "caution-unreliable": (d) =>
      `The items do not hang together well enough to be read as one figure (Cronbach’s α below 0.7): ${d.parts}. Read the items one by one.`,
    "caution-set-aside": (d) => `${d.answers} answers that the code book does not know were set aside.`,
    "caution-weights-replaced": (d) =>
      `The wanted index weights (${d.wanted}) cannot be had from these data; equal weights stand in.`,
  },
};
