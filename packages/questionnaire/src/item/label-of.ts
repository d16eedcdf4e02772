import type { LocalText } from "../definition/primitives.ts";

/** What results call a question: its short name where it has one, else its text. */
export function labelOf({ text, label }: { readonly text: LocalText; readonly label?: LocalText }): LocalText {
  const isNamed = label !== undefined && Object.values(label).some((words) => words.trim() !== "");
  return isNamed ? label : text;
}
