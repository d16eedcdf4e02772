import type { AnswerProblem } from "../evaluation/answer-fault.ts";
import type { TextItem } from "../item/item.ts";
import type { SingleChoiceQuestion } from "./single-choice/schema.ts";

export const otherCode = "other";
/** UTF-16 units of the text behind “other”. */
export const longestOther = 500;

export function otherItem(code: string): string {
  return `${code}_other_text`;
}

type WithOther = Pick<SingleChoiceQuestion, "code" | "other">;

export function otherTextItems({ code, other }: WithOther): readonly TextItem[] {
  if (other === undefined) return [];
  return [{ kind: "text", name: otherItem(code), question: code, label: other.label }];
}

export type OtherText =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "none" }
  | { readonly kind: "fault"; readonly problem: AnswerProblem; readonly limit?: number };

/** The text behind “other”.
 *  @param isChosen whether “other” is: a text without it belongs to nothing */
export function readOtherText({ other }: WithOther, text: unknown, isChosen: boolean): OtherText {
  if (text !== undefined && typeof text !== "string") return { kind: "fault", problem: "form" };
  const written = text ?? "";
  if (written.length > longestOther) return { kind: "fault", problem: "too-long", limit: longestOther };
  if (written.trim() === "") {
    const missing = isChosen && other?.textRequired === true;
    return missing ? { kind: "fault", problem: "other-text-required" } : { kind: "none" };
  }
  return isChosen ? { kind: "text", text: written } : { kind: "fault", problem: "form" };
}
