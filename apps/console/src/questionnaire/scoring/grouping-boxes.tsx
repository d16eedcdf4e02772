import type { Item } from "@manyi/questionnaire/item/item";
import { useLanguage, useMessages } from "../../language/use-language.ts";
import { itemText } from "../condition/condition-text.ts";
import { type Grouping, toggleGrouping } from "../edit/scoring-edits.ts";
import { useDraft, useEdit } from "../editor/editor-context.ts";
import { CheckBox } from "../fields/check-box.tsx";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";

interface GroupingBoxesProps {
  readonly items: readonly Item[];
  readonly grouping: Grouping;
}

/** Choices by which results are broken down, or that name a branch. What is chosen and no more there stays to be taken away. */
export function GroupingBoxes({ items, grouping }: GroupingBoxesProps) {
  const words = useMessages({ zh, en });
  const screen = useLanguage();
  const edit = useEdit();
  const chosen = useDraft((draft) => draft.scoring[grouping]) ?? [];
  const choices = items.filter(({ kind }) => kind === "choice");
  const lost = chosen.filter((item) => !choices.some(({ name }) => name === item));
  return (
    <fieldset className="field-set" data-field={grouping}>
      <legend>{grouping === "segments" ? words.segmentsTitle : words.unitsTitle}</legend>
      <p className="field-hint">{grouping === "segments" ? words.segmentsHint : words.unitsHint}</p>
      {choices.length === 0 && lost.length === 0 ? <p className="muted">{words.noChoices}</p> : null}
      {choices.map((item) => (
        <CheckBox
          key={item.name}
          checked={chosen.includes(item.name)}
          onToggle={() => edit(toggleGrouping(grouping, item.name))}
        >
          {itemText(item, screen)}
        </CheckBox>
      ))}
      {lost.map((item) => (
        <CheckBox key={item} checked onToggle={() => edit(toggleGrouping(grouping, item))}>
          {words.itemGone(item)}
        </CheckBox>
      ))}
    </fieldset>
  );
}
