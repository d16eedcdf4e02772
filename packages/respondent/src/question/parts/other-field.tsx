import type { LocalText } from "@manyi/questionnaire/definition/primitives";
import { otherTextField } from "../../form/field-name.ts";
import { type Sheet, sayIn } from "../../view/sheet.ts";
import { otherId } from "./ids.ts";

interface OtherFieldProps {
  readonly question: string;
  readonly label: LocalText;
  readonly sheet: Sheet;
  readonly text: string;
  readonly chosen: boolean;
  readonly describedBy: string | undefined;
  readonly onText: ((text: string) => void) | undefined;
}

/** Without the runtime it is always there; with it, once “other” is chosen. */
export function OtherField({ question, label, sheet, text, chosen, describedBy, onText }: OtherFieldProps) {
  const name = otherTextField(question);
  return (
    <input
      type="text"
      class={onText !== undefined && !chosen ? "other away" : "other"}
      name={name}
      id={otherId(question)}
      value={text}
      autocomplete="off"
      aria-label={`${sayIn(sheet, label)}: ${sheet.words.otherText}`}
      aria-describedby={describedBy}
      placeholder={sheet.words.otherText}
      dir="auto"
      onInput={onText === undefined ? undefined : (event) => onText(event.currentTarget.value)}
    />
  );
}
