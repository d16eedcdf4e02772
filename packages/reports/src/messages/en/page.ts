import type { Messages } from "../zh.ts";

export const page: Messages["page"] = {
  contents: "Contents",
  skip: "Skip to the report",
  producedOn: (date) => `Produced ${date}`,
  tableOfFigure: "Show the numbers",
  caution: "Caution",
  note: "Note",
  scrollable: (caption) => `${caption} (scrolls sideways)`,
  columnsPart: (caption, index, count) => `${caption} (part ${index} of ${count})`,
  madeWith: (product) => `Made with ${product}`,
  toTop: "Back to top",
};
