import type { Messages } from "../zh.ts";

export const analyses: Messages["analyses"] = {
  heading: "Further analyses",
  intro: (confidence) => `Asked for in the list “analyses” of the study. ${confidence} intervals stand in brackets.`,
  filtered: (conditions) => `Only some respondents (${conditions}).`,
  weighted: (label) => `Weight: ${label}.`,
  none: {
    "too-few-answers": "too few answers",
    "no-variation": "no variation",
    "not-estimable": "not estimable",
  },
};
