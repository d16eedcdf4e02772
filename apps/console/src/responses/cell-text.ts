import type { ResponseColumn } from "@manyi/contract/programme/responses";
import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import type { Item } from "@manyi/questionnaire/item/item";
import { itemsOf } from "@manyi/questionnaire/item/items-of";
import type { Language } from "../language/current-language.ts";
import { readIn } from "../questionnaire/edit/text-edits.ts";
import { columnName } from "./column-name.ts";
import type { ResponsesMessages } from "./messages/zh.ts";

/** Reads the answers of programmes that have a questionnaire: its words in the place of codes. */
export interface CellReader {
  /** What a column asks. */
  name(column: ResponseColumn): string;
  /** What a cell says; the cell itself where nobody knows better. */
  text(column: string, cell: string): string;
}

/** @param questionnaire null: answers were imported, their cells stand as they came */
export function cellReader(
  questionnaire: Questionnaire | null,
  language: Language,
  words: Pick<ResponsesMessages, "cellStates" | "circumstances" | "chosen" | "yesNo">,
): CellReader {
  const items = new Map((questionnaire === null ? [] : itemsOf(questionnaire)).map((item) => [item.name, item]));
  const circumstances = new Map(Object.entries(questionnaire === null ? {} : words.circumstances));
  const states = new Map(Object.entries(words.cellStates));
  const multiple = multipleItems(questionnaire);
  return {
    name: (column) => circumstances.get(column.code) ?? columnName(column, language),
    text: (column, cell) => {
      if (cell === "") return "—";
      if (column === "_late" && circumstances.has(column)) return words.yesNo[cell === "1" ? "yes" : "no"];
      const item = items.get(column);
      if (item === undefined || item.kind === "text") return cell;
      const state = states.get(cell);
      if (state !== undefined) return state;
      if (multiple.has(column)) return words.chosen[cell === "1" ? "yes" : "no"];
      return optionText(item, cell, language);
    },
  };
}

function optionText(item: Item, cell: string, language: Language): string {
  if (item.kind !== "choice") return cell;
  const option = item.options.find(({ code }) => code === cell);
  return option === undefined ? cell : readIn(option.label, language) || cell;
}

/** Options of multiple choices are columns of their own, which say chosen or not. */
function multipleItems(questionnaire: Questionnaire | null): ReadonlySet<string> {
  const multiples = (questionnaire?.pages ?? [])
    .flatMap(({ questions }) => questions)
    .filter(({ type }) => type === "multiple-choice");
  const codes = new Set(multiples.map(({ code }) => code));
  const items = questionnaire === null ? [] : itemsOf(questionnaire);
  return new Set(
    items.filter(({ question, kind }) => kind === "choice" && codes.has(question)).map(({ name }) => name),
  );
}
