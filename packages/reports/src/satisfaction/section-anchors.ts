import type { Finding } from "@manyi/analysis/results/finding";

/** Anchor of the section that holds a finding's evidence. */
export const sectionAnchors = {
  "key-figures": "key-figures",
  items: "items",
  dimensions: "dimensions",
  matrix: "matrix",
  drivers: "drivers",
  groups: "groups",
  waves: "waves",
  method: "method",
} as const satisfies Readonly<Record<Finding["evidence"]["section"], string>>;
