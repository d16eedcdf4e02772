import type { Issue, IssueCode, IssueDetails, Place } from "../issue/issue.ts";
import { en } from "./en.ts";
import type { IssueTexts, StudyMessages } from "./texts.ts";
import { zh } from "./zh.ts";

const catalogues = { zh, en } as const;

/** Longest run of a user's own text that is repeated inside a message. */
const longestQuote = 60;

/** The issue in words: where, what, what to do. */
export function issueText(issue: Issue, language: keyof typeof catalogues): string {
  return `${placeText(issue.place, catalogues[language])}: ${issueSentence(issue, language)}`;
}

/** The same for whoever typed a command: names its options where they help. */
export function commandLineIssueText(issue: Issue, language: keyof typeof catalogues): string {
  const messages = catalogues[language];
  const issues = { ...messages.issues, ...messages.commandLineIssues };
  return `${placeText(issue.place, messages)}: ${sentence(issue.code, clipped(issue.details), issues)}`;
}

/** The issue in words without its place, for whoever shows that beside it. */
export function issueSentence(issue: Issue, language: keyof typeof catalogues): string {
  return sentence(issue.code, clipped(issue.details), catalogues[language].issues);
}

function sentence<C extends IssueCode>(code: C, details: Readonly<IssueDetails[C]>, issues: IssueTexts): string {
  return issues[code](details);
}

function placeText(place: Place, messages: StudyMessages): string {
  if (place.line === undefined) return place.file;
  if (place.column === undefined) return messages.place.line(place.file, place.line);
  return messages.place.lineAndColumn(place.file, place.line, place.column);
}

/** A message stays a sentence, whatever stands in the file; control characters are shown, not obeyed. */
function clipped<T extends object>(details: T): T {
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      name,
      typeof value === "string" ? clip(value) : Array.isArray(value) ? value.map((v) => clip(String(v))) : value,
    ]),
  ) as T;
}

function clip(text: string): string {
  const shown = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "\u{FFFD}");
  return shown.length <= longestQuote ? shown : `${shown.slice(0, longestQuote)}…`;
}
