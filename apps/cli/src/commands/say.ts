import type { LoadedStudy } from "@manyi/dataset/load/load-study";
import type { Issue } from "@manyi/study/issue/issue";
import { commandLineIssueText } from "@manyi/study/messages/issue-text";
import { type Language, messagesIn } from "../messages/language.ts";
import type { Terminal } from "../terminal.ts";

/** Issues shown at once: more than a person mends in one go. */
const mostIssues = 25;

export function sayIssues(issues: readonly Issue[], language: Language, terminal: Terminal): void {
  for (const issue of issues.slice(0, mostIssues)) terminal.say(commandLineIssueText(issue, language));
  if (issues.length > mostIssues) terminal.say(messagesIn(language).furtherIssues(issues.length - mostIssues));
}

/** How much was read, and what was left out and why. */
export function sayRead({ data, dataset }: LoadedStudy, seconds: number, language: Language, terminal: Terminal): void {
  const messages = messagesIn(language);
  const grouped = new Intl.NumberFormat("en");
  terminal.say(messages.read(grouped.format(dataset.rows), grouped.format(data.rowsRead), seconds.toFixed(1)));
  for (const { reason, rows } of data.excluded) {
    const say = reason === "duplicate" ? messages.excludedDuplicates : messages.excludedTests;
    terminal.say(say(grouped.format(rows)));
  }
}
