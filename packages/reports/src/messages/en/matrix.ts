import type { Messages } from "../zh.ts";

export const matrix: Messages["matrix"] = {
  heading: "Importance and performance",
  importance: {
    stated: "importance stated by respondents",
    "derived-correlation": "derived importance (correlation with overall satisfaction)",
    "derived-partial": "derived importance (partial correlation with overall satisfaction)",
  },
  crosshair: { scale: "the middle of the scale", means: "the items' means", medians: "the items' medians" },
  quadrants: {
    "keep-up": "Keep up",
    "concentrate-here": "Improve first",
    "low-priority": "Low priority",
    "possible-overkill": "Possible overkill",
  },
  intro: (kind) =>
    `Across: satisfaction score; upwards: ${kind}. Items at the top left matter much and score low: improve them first.`,
  derived:
    "Derived importance is an association, not a cause, and may differ from what respondents say matters to them.",
  title: (names) => `Improve first: ${names}`,
  titleNone: "No item falls into “Improve first”",
  lines: (crosshair, performance, importance) =>
    `The lines stand at ${crosshair}: performance ${performance}, importance ${importance}; on the line counts as high.`,
  caption: "Importance and performance",
  columns: {
    number: "No.",
    item: "Item",
    importance: "Importance",
    performance: "Performance",
    quadrant: "Field",
    gap: "Gap",
  },
  gapNote: "Gap = performance − importance.",
  noGapNote: "Importance and performance have different units, so no gap is given.",
  otherDefinitions: (count) => `Under ${count} other definitions (source of importance and place of the lines):`,
  stable: "every item stays in its field.",
  unstable: (names) => `these items change fields, so take care: ${names}.`,
};
