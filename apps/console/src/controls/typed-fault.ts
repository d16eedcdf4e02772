import type { ControlMessages } from "./messages/zh.ts";

type Checked = Pick<ValidityState, "valueMissing" | "typeMismatch" | "tooShort">;

/** What is wrong with what was typed, in the language of the page: browsers say it in their own.
 *  @param least characters the field needs; −1: any number
 *  @returns empty where the browser's own words have to do */
export function typedFault(checked: Checked, type: string, least: number, words: ControlMessages): string {
  if (checked.valueMissing) return words.missing;
  if (checked.typeMismatch && type === "email") return words.noAddress;
  return checked.tooShort ? words.tooShort(least) : "";
}
