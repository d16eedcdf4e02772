import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import type { ChoiceItem, Item } from "@manyi/questionnaire/item/item";
import { itemsOf } from "@manyi/questionnaire/item/items-of";
import type { Column } from "../definition/study-definition.ts";
import { choiceScale, ratingScale, special, written } from "./item-scale.ts";
import type { ScaleRegister } from "./scale-register.ts";

/** An item as the newest version that asks it has it. */
interface AskedItem {
  readonly item: Item;
  readonly questionnaire: Questionnaire;
  /** Further versions of a choice, the newest first. */
  readonly former: readonly Item[];
}

/** @param versions the newest first
 *  @returns a column an item: those of the newest version in its order, then those that only former ones asked */
export function itemColumns(versions: readonly Questionnaire[], scales: ScaleRegister): readonly Column[] {
  return askedItems(versions).map((asked) => columnOf(asked, scales));
}

function askedItems(versions: readonly Questionnaire[]): readonly AskedItem[] {
  const asked = new Map<string, AskedItem>();
  for (const questionnaire of versions) {
    for (const item of itemsOf(questionnaire)) {
      const newer = asked.get(item.name);
      asked.set(
        item.name,
        newer === undefined ? { item, questionnaire, former: [] } : { ...newer, former: [...newer.former, item] },
      );
    }
  }
  return [...asked.values()];
}

function columnOf({ item, questionnaire, former }: AskedItem, scales: ScaleRegister): Column {
  const { name } = item;
  const label = written(item.label, name);
  switch (item.kind) {
    case "rating":
      return { name, type: "rating", label, scale: scales.nameOf(ratingScale(item, questionnaire), item.scale.name) };
    case "choice": {
      const choices = [item, ...former.filter((one): one is ChoiceItem => one.kind === "choice")];
      return { name, type: "choice", label, scale: scales.nameOf(choiceScale(choices), name) };
    }
    case "number":
      // Versions may have had other limits: what was accepted then is an answer still.
      return { name, type: "number", label, special: { ...special } };
    case "date":
    case "text":
      // A day that was not asked for is no day: dates are read as they stand.
      return { name, type: "text", label };
  }
}
