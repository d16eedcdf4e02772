import { StudyError } from "@manyi/study/issue/issue";
import { parseCommandLine, type StudyRequest } from "./command-line.ts";
import { analyse } from "./commands/analyse.ts";
import { check } from "./commands/check.ts";
import { sayIssues } from "./commands/say.ts";
import { messagesIn } from "./messages/language.ts";
import { OutNotWritable } from "./output/write-out.ts";
import type { ExitCode, Terminal } from "./terminal.ts";

/** Runs one command; expected failures become sentences, everything else is thrown. */
export async function run(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
): Promise<ExitCode> {
  const line = parseCommandLine(args, environment);
  switch (line.kind) {
    case "help":
      terminal.print(`${line.text}\n`);
      return 0;
    case "mistake":
      terminal.say(line.text);
      return 2;
    case "analyse":
      return saidFailures(line.request, terminal, () => analyse(line.request, terminal));
    case "check":
      return saidFailures(line.request, terminal, () => check(line.request, terminal));
  }
}

async function saidFailures(
  request: StudyRequest,
  terminal: Terminal,
  work: () => Promise<ExitCode>,
): Promise<ExitCode> {
  const messages = messagesIn(request.language);
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof StudyError) {
      sayIssues(cause.issues, request.language, terminal);
      terminal.say(messages.faulty(cause.issues.length, request.study));
      return 1;
    }
    if (cause instanceof OutNotWritable) {
      terminal.say(messages.outNotWritable(cause.folder, cause.reason));
      return 1;
    }
    throw cause;
  }
}
