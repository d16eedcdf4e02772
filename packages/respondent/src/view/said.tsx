import type { LocalText } from "@manyi/questionnaire/definition/primitives";
import { type Sheet, sayIn } from "./sheet.ts";

/** A text that somebody else wrote: isolated, so that its direction stays its own matter, and clipped at its box. */
export function Said({ text, sheet }: { readonly text: LocalText; readonly sheet: Sheet }) {
  const said = sayIn(sheet, text);
  // Only a draft in the preview lacks texts.
  if (said === "") return <span class="missing">{sheet.words.preview.noText}</span>;
  return <bdi class="said">{said}</bdi>;
}
