import type { Item } from "@manyi/questionnaire/item/item";
import { useLanguage, useMessages } from "../../language/use-language.ts";
import { readIn } from "../edit/text-edits.ts";
import { CheckBox } from "../fields/check-box.tsx";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

interface OptionBoxesProps {
  readonly item: Item;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}

/** The options of which one must have been chosen; at least one stays ticked. */
export function OptionBoxes({ item, chosen, onChange }: OptionBoxesProps) {
  const words = useMessages({ zh, en });
  const language = useLanguage();
  if (item.kind !== "choice") return null;
  const toggle = (code: string) => {
    const next = item.options.map((option) => option.code).filter((each) => (each === code) !== chosen.includes(each));
    if (next.length > 0) onChange(next);
  };
  return (
    <fieldset className="field-set option-boxes">
      <legend className="hidden-text">{words.options}</legend>
      {item.options.map(({ code, label }) => (
        <CheckBox key={code} checked={chosen.includes(code)} onToggle={() => toggle(code)}>
          {readIn(label, language) || code}
        </CheckBox>
      ))}
    </fieldset>
  );
}
