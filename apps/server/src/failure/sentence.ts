import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import type { FailureCode, OperatorFailure } from "./operator-failure.ts";

/** The failure in words: one sentence or two; one line for each wrong setting. */
export function sentence<Code extends FailureCode>(failure: OperatorFailure<Code>, language: "zh" | "en"): string {
  const messages = language === "zh" ? zh : en;
  return messages.failures[failure.code](failure.details);
}
