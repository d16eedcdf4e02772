import { otherCode } from "@manyi/questionnaire/question/other-text";
import { isRecord } from "@manyi/questionnaire/question/reading";

/** What was written behind “other”, of a choice as it travels. */
export function otherTextOf(answer: unknown): string {
  return isRecord(answer) && typeof answer.text === "string" ? answer.text : "";
}

/** The option of a single choice, or undefined. */
export function optionOf(answer: unknown): string | undefined {
  return isRecord(answer) && typeof answer.option === "string" ? answer.option : undefined;
}

/** The options of a multiple choice. */
export function optionsOf(answer: unknown): readonly string[] {
  if (!isRecord(answer) || !Array.isArray(answer.options)) return [];
  return answer.options.filter((option) => typeof option === "string");
}

/** A single choice with what is written behind “other”. */
export function withOption(option: string, text: string): unknown {
  return option === otherCode && text.trim() !== "" ? { option, text } : { option };
}

/** A multiple choice; none chosen is no answer. */
export function withOptions(options: readonly string[], text: string): unknown {
  if (options.length === 0) return undefined;
  return options.includes(otherCode) && text.trim() !== "" ? { options, text } : { options };
}

/** The options after one was ticked or unticked: what stands alone pushes the others out, and is pushed out by them. */
export function toggled(options: readonly string[], option: string, alone: ReadonlySet<string>): readonly string[] {
  if (options.includes(option)) return options.filter((one) => one !== option);
  return alone.has(option) ? [option] : [...options.filter((one) => !alone.has(one)), option];
}
