import { count } from "@manyi/analysis/format/number";
import { intervalInUnit, inUnit } from "@manyi/analysis/format/unit-format";
import type { Figure, HiddenBecause, Reported } from "@manyi/analysis/results/figure";
import type { Messages } from "../messages/zh.ts";

/** A figure in words and digits, ready to be set. Nothing of a suppressed figure is in it. */
export type FigureText =
  | {
      readonly kind: "value";
      readonly value: string;
      /** Stands in brackets after the value: its interval, or that all answers are equal, so that there is none. */
      readonly interval: string;
      readonly n: string;
    }
  | {
      readonly kind: "missing";
      readonly text: string /** Answers, where they may be told. */;
      readonly n: string | null;
    };

/** How a figure is written.
 *  @param base answers that decide the decimals of a share; those of the figure itself unless a column shares them */
export function figureText(figure: Figure, messages: Messages, base?: number): FigureText {
  const { result, unit } = figure;
  switch (result.kind) {
    case "estimated": {
      const { lower, upper, method } = result.interval;
      const places = base ?? result.n;
      return {
        kind: "value",
        value: inUnit(result.value, unit, places),
        interval: method === "no-variation" ? messages.common.allEqual : intervalInUnit(lower, upper, unit, places),
        n: count(result.n),
      };
    }
    case "too-few-answers":
      return { kind: "missing", text: messages.common.tooFew(count(result.n)), n: count(result.n) };
    case "suppressed":
      return { kind: "missing", text: hiddenText(result.reason, result.minimum, messages), n: null };
  }
}

/** `72.4 (71.1–73.7)`, or why there is no number. */
export function valueWithInterval(figure: Figure, messages: Messages, base?: number): string {
  const text = figureText(figure, messages, base);
  return text.kind === "value" ? `${text.value} (${text.interval})` : text.text;
}

/** `n < 10` only where that is so: a large group that is hidden for a smaller one's sake must not be called small. */
export function hiddenText(reason: HiddenBecause, minimum: number, messages: Messages): string {
  return reason === "too-few" ? `n < ${count(minimum)}` : messages.common.hidden;
}

/** Answers behind a figure; null where they are not to be told. */
export function answersOf(result: Reported): number | null {
  return result.kind === "suppressed" ? null : result.n;
}
