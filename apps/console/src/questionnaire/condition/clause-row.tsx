import type { Item } from "@manyi/questionnaire/item/item";
import { useLanguage, useMessages } from "../../language/use-language.ts";
import { useEditor } from "../editor/editor-context.ts";
import type { Clause } from "./clauses.ts";
import { itemText } from "./condition-text.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { newComparison } from "./new-comparison.ts";
import { OptionBoxes } from "./option-boxes.tsx";
import { RangeFields } from "./range-fields.tsx";
import { type Sense, senseOf, sensesOf, withSense } from "./senses.ts";

interface ClauseRowProps {
  readonly clause: Clause;
  /** As people count. */
  readonly number: number;
  readonly items: readonly Item[];
  readonly onChange: (clause: Clause) => void;
  readonly onRemove: () => void;
}

/** One condition: which question, how it is compared, with what. */
export function ClauseRow({ clause, number, items, onChange, onRemove }: ClauseRowProps) {
  const words = useMessages({ zh, en });
  const language = useLanguage();
  const { mayEdit } = useEditor();
  const { comparison } = clause;
  const item = items.find(({ name }) => name === comparison.item);
  const senses = item === undefined ? [senseOf(clause)] : sensesOf(item);
  const senseText = (sense: Sense) =>
    sense === "range" || sense === "outside" || sense === "oneOf" || sense === "noneOf"
      ? words.senses[sense]
      : words.states[sense].trim();
  return (
    <div className="clause">
      <select
        className="input compact"
        aria-label={words.item(number)}
        value={comparison.item}
        onChange={(event) => {
          const chosen = items.find(({ name }) => name === event.target.value);
          if (chosen !== undefined) onChange({ comparison: newComparison(chosen), sense: "is" });
        }}
      >
        {item === undefined ? <option value={comparison.item}>{words.unknown(comparison.item)}</option> : null}
        {items.map((each) => (
          <option key={each.name} value={each.name}>
            {itemText(each, language)}
          </option>
        ))}
      </select>
      <select
        className="input compact"
        aria-label={words.sense(number)}
        value={senseOf(clause)}
        onChange={(event) => {
          const sense = senses.find((each) => each === event.target.value);
          if (sense !== undefined && item !== undefined) onChange(withSense(clause, sense, item));
        }}
      >
        {senses.map((sense) => (
          <option key={sense} value={sense}>
            {senseText(sense)}
          </option>
        ))}
      </select>
      {"is" in comparison || item === undefined ? null : "oneOf" in comparison ? (
        <OptionBoxes
          item={item}
          chosen={comparison.oneOf}
          onChange={(oneOf) => onChange({ ...clause, comparison: { item: item.name, oneOf } })}
        />
      ) : (
        <RangeFields
          item={item}
          comparison={comparison}
          onChange={(next) => onChange({ ...clause, comparison: next })}
        />
      )}
      {mayEdit ? (
        <button type="button" className="tool" aria-label={words.remove(number)} onClick={onRemove}>
          ×
        </button>
      ) : null}
    </div>
  );
}
