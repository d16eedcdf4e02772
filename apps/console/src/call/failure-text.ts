import { en as problemsEn } from "@manyi/contract/messages/en";
import { zh as problemsZh } from "@manyi/contract/messages/zh";
import { en } from "../controls/messages/en.ts";
import { zh } from "../controls/messages/zh.ts";
import { currentLanguage, type Language } from "../language/current-language.ts";
import { CallError, detailsOf } from "./call-error.ts";

/** A failure in words: the server's own where it has some. `lines` say where it lies, one place a line. */
export function failureText(
  error: unknown,
  language: Language,
): { readonly text: string; readonly lines: readonly string[] } {
  const words = language === "zh" ? zh : en;
  if (!(error instanceof CallError)) return { text: words.bug, lines: [] };
  const { failure } = error;
  switch (failure.kind) {
    case "unreachable":
      return { text: words.unreachable, lines: [] };
    case "broken":
      return { text: words.broken(failure.status), lines: [] };
    case "problem":
      return { text: failure.problem.title, lines: linesOf(error) };
  }
}

function linesOf(error: unknown): readonly string[] {
  const faulty = detailsOf(error, "study-faulty");
  if (faulty !== null) {
    return faulty.issues.map(({ file, line, text }) =>
      line === null ? `${file}: ${text}` : `${file}:${line} ${text}`,
    );
  }
  return [];
}

/** What the server says about one field of the body; null where it says nothing.
 *  @param field its name in the body */
export function fieldFault(error: unknown, field: string): string | null {
  const details = detailsOf(error, "request-invalid");
  const fault = details?.faults.find(({ at }) => at.split(/[./]/).includes(field));
  if (fault === undefined) return null;
  return (currentLanguage() === "zh" ? problemsZh : problemsEn).faults[fault.problem];
}
