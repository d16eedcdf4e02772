/** Numbers and lists as a finding's sentence wants them, in one language. */

import type { LocalText } from "@manyi/study/definition/local-text";
import { fixed } from "../format/number.ts";
import { intervalInUnit, inUnit } from "../format/unit-format.ts";
import type { Figure } from "../results/figure.ts";
import { type Language, textIn } from "../results/text-in.ts";

/** Names that one sentence can carry. */
const mostNames = 6;
/** Longest name that a sentence repeats in full. */
const longestName = 40;

export function names(labels: readonly LocalText[], language: Language): string {
  const shown = labels.slice(0, mostNames).map((label) => name(label, language));
  const joined = shown.join(language === "zh" ? "、" : ", ");
  return labels.length > mostNames
    ? joined + (language === "zh" ? ` 等 ${labels.length} 项` : ` and ${labels.length - mostNames} more`)
    : joined;
}

/** The same with each name in quotation marks, for names that are plain words like “high” or “large”. */
export function quoted(labels: readonly LocalText[], language: Language): string {
  const marked = (label: LocalText): LocalText => ({ [language]: `“${name(label, language)}”` });
  return names(labels.map(marked), language);
}

export function name(label: LocalText, language: Language): string {
  const text = textIn(label, language);
  return text.length > longestName ? `${text.slice(0, longestName)}…` : text;
}

export interface WordedEstimate {
  readonly value: string;
  readonly interval: string;
  readonly n: string;
}

/** @returns null where there is no estimate: nothing is said then */
export function worded({ result, unit }: Figure): WordedEstimate | null {
  if (result.kind !== "estimated") return null;
  const { value, interval, n } = result;
  return {
    value: inUnit(value, unit, n),
    interval: intervalInUnit(interval.lower, interval.upper, unit, n),
    n: fixed(n, 0),
  };
}

export function percent(share: number, n: number): string {
  return inUnit(share, "share", n);
}
