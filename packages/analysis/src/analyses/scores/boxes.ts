import type { LocalText } from "@manyi/study/definition/local-text";
import type { RatedItem } from "../../plan/rated-item.ts";
import { scoreWords } from "./words.ts";

/** Which answers count as best and worst, once for each scale. */
export function boxNote(items: readonly RatedItem[]): LocalText {
  const boxes = items.map(({ answers, top, bottom }) => ({
    scale: range(answers.map(({ value }) => value)),
    top: range([...top]),
    bottom: range([...bottom]),
  }));
  const form = (box: (typeof boxes)[number]) => `${box.scale}:${box.top}:${box.bottom}`;
  return scoreWords.boxNote(boxes.filter((box, i) => boxes.findIndex((other) => form(other) === form(box)) === i));
}

/** `4–5`, `1`; spaced where a minus sign would run into the dash. */
function range(values: readonly number[]): string {
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  if (lowest === highest) return text(lowest);
  return `${text(lowest)}${lowest < 0 || highest < 0 ? " – " : "–"}${text(highest)}`;
}

function text(value: number): string {
  return value < 0 ? `−${-value}` : String(value);
}
