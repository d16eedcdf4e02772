import type { Messages } from "../zh.ts";

export const waves: Messages["waves"] = {
  heading: "Changes between waves",
  intro: "Bands and vertical lines are confidence intervals. Panels of one unit share their axis.",
  title: (name, change, from) => `${name} ${change} against ${from}`,
  titleNone: (from) => `No evidence of change in the key figures against ${from}`,
  missing: "○ no number can be shown for this wave; see the table",
  titleHidden: "There are not two waves that could be compared",
  measuresSubtitle: (first, last) => `Key figures, ${first} to ${last}`,
  changesCaption: (last, previous) => `Key figures: ${last} against ${previous}`,
  itemsCaption: (last, previous) => `Scores of the items: ${last} against ${previous}`,
  columns: {
    measure: "Measure",
    from: "Before",
    to: "Now",
    change: "Change (interval)",
    p: "p, corrected",
    verdict: "Verdict",
  },
  verdicts: { higher: "up", lower: "down", none: "no evidence of change" },
  note: "p-values are corrected by Holm's method; changes of shares are in percentage points.",
  valuesCaption: "Values by wave",
  wave: "Wave",
  oneWave: "There is one wave only, and nothing before it to compare with.",
};
