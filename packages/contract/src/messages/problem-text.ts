import type { ProblemCode, ProblemDetails } from "../problem/problem.ts";
import { en } from "./en.ts";
import type { ProblemMessages } from "./texts.ts";
import { zh } from "./zh.ts";

const messages: Readonly<Record<"zh" | "en", ProblemMessages>> = { zh, en };

/** What a problem is and what to do about it, in words. */
export function problemText<Code extends ProblemCode>(
  code: Code,
  details: ProblemDetails[Code],
  language: "zh" | "en",
): string {
  return messages[language].problems[code](details);
}
