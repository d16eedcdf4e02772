import type { Item } from "@manyi/questionnaire/item/item";
import type { Comparison } from "../edit/condition-map.ts";

/** What one most often asks of an item: the low end of a rating, its first option, whether it was answered. */
export function newComparison(item: Item): Comparison {
  switch (item.kind) {
    case "rating": {
      const { minimum, maximum } = item.scale;
      return { item: item.name, from: minimum, to: Math.max(minimum, minimum + Math.floor((maximum - minimum) / 3)) };
    }
    case "choice": {
      // Of a multiple choice the option itself is the item: whether it was chosen.
      const wanted = item.options.find(({ code }) => code === "1") ?? item.options[0];
      return wanted === undefined ? { item: item.name, is: "answered" } : { item: item.name, oneOf: [wanted.code] };
    }
    case "number":
      return { item: item.name, from: item.minimum ?? 0 };
    case "date":
    case "text":
      return { item: item.name, is: "answered" };
  }
}
