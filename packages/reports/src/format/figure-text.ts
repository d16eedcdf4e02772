import { count } from "@manyi/analysis/format/number";
import { intervalInUnit, inUnit } from "@manyi/analysis/format/unit-format";
import type { Figure, Reported } from "@manyi/analysis/results/figure";
import type { Messages } from "../messages/zh.ts";

/** A figure in words and digits, ready to be set. Nothing of a suppressed figure is in it. */
export type FigureText =
  | { readonly kind: "value"; readonly value: string; readonly interval: string; readonly n: string }
  | {
      readonly kind: "missing";
      readonly text: string /** Answers, where they may be told. */;
      readonly n: string | null;
    };

/** How a figure is written. */
export function figureText(figure: Figure, messages: Messages): FigureText {
  const { result, unit } = figure;
  switch (result.kind) {
    case "estimated": {
      const { lower, upper } = result.interval;
      return {
        kind: "value",
        value: inUnit(result.value, unit, result.n),
        interval: intervalInUnit(lower, upper, unit, result.n),
        n: count(result.n),
      };
    }
    case "too-few-answers":
      return { kind: "missing", text: messages.common.tooFew(count(result.n)), n: count(result.n) };
    case "suppressed":
      return { kind: "missing", text: suppressedText(result.minimum), n: null };
  }
}

/** `72.4 (71.1–73.7)`, or why there is no number. */
export function valueWithInterval(figure: Figure, messages: Messages): string {
  const text = figureText(figure, messages);
  return text.kind === "value" ? `${text.value} (${text.interval})` : text.text;
}

/** `n < 10`: the same in every language. */
export function suppressedText(minimum: number): string {
  return `n < ${count(minimum)}`;
}

/** Answers behind a figure; null where they are not to be told. */
export function answersOf(result: Reported): number | null {
  return result.kind === "suppressed" ? null : result.n;
}
