import { en as problemsEn } from "@manyi/contract/messages/en";
import { zh as problemsZh } from "@manyi/contract/messages/zh";
import { en } from "../controls/messages/en.ts";
import { zh } from "../controls/messages/zh.ts";
import { currentLanguage, type Language } from "../language/current-language.ts";
import { CallError, detailsOf } from "./call-error.ts";
import { faultText } from "./fault-text.ts";
import { en as callEn } from "./messages/en.ts";
import { zh as callZh } from "./messages/zh.ts";

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
      return problemText(error, failure.problem.title, language);
  }
}

/** The server names what is wrong by its path in the request; a person sees fields. */
function problemText(error: CallError, title: string, language: Language): ReturnType<typeof failureText> {
  const invalid = detailsOf(error, "request-invalid");
  if (invalid === null) return { text: title, lines: linesOf(error) };
  const lines = new Set(invalid.faults.map((fault) => faultText(fault, language)));
  return { text: (language === "zh" ? callZh : callEn).invalid, lines: [...lines].slice(0, shownFaults) };
}

const shownFaults = 5;

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
