import { count } from "@manyi/analysis/format/number";
import { changeIntervalInUnit, changeInUnit } from "@manyi/analysis/format/unit-format";
import type { TestedDifference } from "@manyi/analysis/results/compare";
import type { Unit } from "@manyi/analysis/results/figure";
import type { Messages } from "../messages/zh.ts";
import { hiddenText } from "./figure-text.ts";
import { pNumber } from "./p-value.ts";

/** A difference written out: the number with its interval, the p-value, and what the evidence allows to say. */
export interface ChangeText {
  /** `+1.8 (0.3 – 3.3)`, or why there is none. */
  readonly change: string;
  readonly pValue: string | null;
  readonly verdict: string;
  readonly missing: boolean;
}

/** How a tested difference is written. @param n smaller of the two bases: it decides the decimals of a share
 *  @param verdicts words for higher, lower, none */
export function changeText(
  tested: TestedDifference,
  unit: Unit,
  n: number,
  verdicts: Readonly<Record<TestedDifference["evidence"], string>>,
  messages: Messages,
): ChangeText {
  const { difference } = tested;
  const none = messages.common.notApplicable;
  switch (difference.kind) {
    case "suppressed":
      return {
        change: hiddenText(difference.reason, difference.minimum, messages),
        pValue: null,
        verdict: none,
        missing: true,
      };
    case "too-few-answers":
      return { change: messages.common.tooFew(count(difference.n)), pValue: null, verdict: none, missing: true };
    case "no-variation":
      return {
        change: changeInUnit(difference.value, unit, n),
        pValue: null,
        verdict: messages.common.noVariation,
        missing: false,
      };
    case "estimated": {
      const { lower, upper } = difference.interval;
      const interval = changeIntervalInUnit(lower, upper, unit, n);
      return {
        change: `${changeInUnit(difference.value, unit, n)} (${interval})`,
        pValue: tested.adjustedPValue === null ? null : pNumber(tested.adjustedPValue),
        verdict: verdicts[tested.evidence],
        missing: false,
      };
    }
  }
}
