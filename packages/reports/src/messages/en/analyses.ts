import type { Messages } from "../zh.ts";

export const analyses: Messages["analyses"] = {
  heading: "Further analyses",
  intro: (confidence) => `Asked for in the list “analyses” of the study. ${confidence} intervals stand in brackets.`,
  filtered: (conditions) => `Only some respondents (${conditions}).`,
  weighted: (label) => `Weight: ${label}.`,
  axes: (upwards, across) => `Upwards: ${upwards}; across: ${across}`,
  pathCoefficients: "numbers on the arrows are standardised path coefficients",
  path: (from, to, value, isUnclear) => `${from} → ${to}: ${value}${isUnclear ? " (no evidence)" : ""}.`,
  constructIndex: (index) => `Index ${index}`,
  constructExplained: (share) => `R² ${share}`,
  pathsReading: "Solid: the interval leaves out 0; dashed: no evidence. The thicker, the larger the coefficient.",
  none: {
    "too-few-answers": "too few answers",
    "no-variation": "no variation",
    "not-estimable": "not estimable",
  },
};
