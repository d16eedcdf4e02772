/** What was asked on the command line. */
import { parseArgs } from "node:util";
import { type Language, messagesIn, systemLanguage } from "./messages/language.ts";

export type CommandName = "analyse" | "check";
const commandNames: readonly CommandName[] = ["analyse", "check"];

export interface StudyRequest {
  readonly study: string;
  readonly language: Language;
  readonly out: string | null;
  readonly printsJson: boolean;
  readonly weight: string | null;
  readonly unknownAnswers: "stop" | "set-aside";
}

export type CommandLine =
  | { readonly kind: "help"; readonly language: Language; readonly text: string }
  | { readonly kind: "mistake"; readonly language: Language; readonly text: string }
  | { readonly kind: CommandName; readonly request: StudyRequest };

const options = {
  help: { type: "boolean", short: "h", default: false },
  lang: { type: "string" },
  out: { type: "string", short: "o" },
  json: { type: "boolean", default: false },
  weight: { type: "string" },
  "set-aside": { type: "boolean", default: false },
} as const;

/** @param environment for the system's language */
export function parseCommandLine(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): CommandLine {
  const system = systemLanguage(environment);
  const parsed = tryParse(args);
  if ("problem" in parsed) return mistake(system, messagesIn(system).unknownOption(parsed.problem));
  const { values, positionals } = parsed;
  const [command, study, ...more] = positionals;
  if (values.lang !== undefined && values.lang !== "zh" && values.lang !== "en") {
    return mistake(system, messagesIn(system).languageUnknown(values.lang));
  }
  const language = values.lang ?? system;
  const messages = messagesIn(language);
  if (command === undefined) return { kind: "help", language, text: messages.help };
  const name = commandNames.find((known) => known === command);
  if (name === undefined) return mistake(language, messages.unknownCommand(command));
  if (values.help)
    return { kind: "help", language, text: name === "analyse" ? messages.analyseHelp : messages.checkHelp };
  if (study === undefined) return mistake(language, messages.studyNotNamed(name));
  if (more.length > 0) return mistake(language, messages.unknownOption(more.join(" ")));
  if (name === "analyse" && values.out === undefined && !values.json) return mistake(language, messages.outNotNamed);
  return {
    kind: name,
    request: {
      study,
      language,
      out: values.out ?? null,
      printsJson: values.json,
      weight: values.weight ?? null,
      unknownAnswers: values["set-aside"] ? "set-aside" : "stop",
    },
  };
}

function tryParse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (cause) {
    return { problem: cause instanceof Error ? cause.message : String(cause) };
  }
}

function mistake(language: Language, text: string): CommandLine {
  return { kind: "mistake", language, text };
}
