import { en as problemsEn } from "@manyi/contract/messages/en";
import { zh as problemsZh } from "@manyi/contract/messages/zh";
import type { RequestFault } from "@manyi/contract/problem/problem";
import type { Language } from "../language/current-language.ts";
import { en } from "./messages/en.ts";
import { type CallMessages, zh } from "./messages/zh.ts";

/** One value that the server refuses: where it stands on the screen, and what is wrong with it. No path is shown. */
export function faultText({ at, problem }: RequestFault, language: Language): string {
  const words = language === "zh" ? zh : en;
  const { faults } = language === "zh" ? problemsZh : problemsEn;
  return words.at(capitalised(placeOf(at.split(/[./]/), words)), faults[problem]);
}

function placeOf(path: readonly string[], words: CallMessages): string {
  const field = path.findLast((part) => Object.hasOwn(words.fields, part));
  const columns = path.indexOf("columns");
  const position = columns === -1 ? Number.NaN : Number(path[columns + 1]);
  const column = Number.isInteger(position) ? words.column(position + 1) : null;
  const name = field === undefined || (column !== null && field === "columns") ? null : words.fields[field];
  if (column !== null) return name === null ? column : words.within(column, name);
  return name ?? words.unnamed;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
