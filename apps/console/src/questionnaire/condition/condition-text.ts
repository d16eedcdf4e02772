import type { Condition } from "@manyi/questionnaire/definition/condition";
import type { Item } from "@manyi/questionnaire/item/item";
import { readIn } from "../edit/text-edits.ts";
import type { ConditionMessages } from "./messages/zh.ts";

interface Reading {
  readonly items: readonly Item[];
  /** Of the questionnaire's texts. */
  readonly language: string;
  readonly words: ConditionMessages;
}

/** A condition as a clause of a sentence: “总体满意度”为 1–2 分. */
export function conditionText(condition: Condition, reading: Reading): string {
  const { words } = reading;
  const parts = (conditions: readonly Condition[]) => conditions.map((each) => partText(each, reading));
  if ("all" in condition) return parts(condition.all).join(words.and);
  if ("any" in condition) return parts(condition.any).join(words.or);
  if ("not" in condition) return words.not(partText(condition.not, reading));
  const item = reading.items.find(({ name }) => name === condition.item);
  const name = words.quoted(item === undefined ? condition.item : itemText(item, reading.language));
  if ("is" in condition) return `${name}${words.states[condition.is]}`;
  if ("oneOf" in condition)
    return words.oneOf(
      name,
      condition.oneOf.map((code) => optionText(item, code, reading.language)),
    );
  return words.between(name, condition.from ?? null, condition.to ?? null);
}

/** What stands inside another condition gets brackets where it is joined itself. */
function partText(condition: Condition, reading: Reading): string {
  const text = conditionText(condition, reading);
  return "all" in condition || "any" in condition ? reading.words.bracketed(text) : text;
}

/** What an item asks; its name where its text is still missing. */
export function itemText(item: Item, language: string): string {
  return readIn(item.label, language) || item.name;
}

function optionText(item: Item | undefined, code: string, language: string): string {
  const option = item?.kind === "choice" ? item.options.find((each) => each.code === code) : undefined;
  return option === undefined ? code : readIn(option.label, language) || code;
}
