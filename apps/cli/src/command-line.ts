/** What was asked on the command line. */
import { parseArgs } from "node:util";
import { type Language, messagesIn, systemLanguage } from "./messages/language.ts";
import type { CliMessages } from "./messages/messages.ts";
import { productVersion } from "./version.ts";

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
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
  lang: { type: "string" },
  out: { type: "string", short: "o" },
  json: { type: "boolean" },
  weight: { type: "string" },
  "set-aside": { type: "boolean" },
} as const;

/** @param environment for the system's language */
export function parseCommandLine(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): CommandLine {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const wanted = typeof values.lang === "string" ? values.lang : null;
  const language = wanted === "zh" || wanted === "en" ? wanted : systemLanguage(environment);
  const messages = messagesIn(language);
  const [command, study, ...more] = positionals;
  const wrong = wrongOption(tokens, messages);
  if (wrong !== null) return mistake(language, wrong);
  if (wanted !== null && wanted !== language) return mistake(language, messages.languageUnknown(wanted));
  if (values.version === true) return { kind: "help", language, text: productVersion };
  if (command === undefined) return { kind: "help", language, text: messages.help };
  const name = commandNames.find((known) => known === command);
  if (name === undefined) return mistake(language, messages.unknownCommand(command));
  if (values.help === true)
    return { kind: "help", language, text: name === "analyse" ? messages.analyseHelp : messages.checkHelp };
  if (study === undefined) return mistake(language, messages.studyNotNamed(name));
  if (more.length > 0) return mistake(language, messages.tooManyFolders(more.join(" ")));
  const request = {
    study,
    language,
    out: textOf(values.out),
    printsJson: values.json === true,
    weight: textOf(values.weight),
    unknownAnswers: values["set-aside"] === true ? "set-aside" : "stop",
  } as const;
  const foreign = name === "check" ? optionsOfAnalyse.find((option) => values[option] !== undefined) : undefined;
  if (foreign !== undefined) return mistake(language, messages.optionNotFor(`--${foreign}`, name));
  if (name === "analyse" && request.out === null && !request.printsJson) return mistake(language, messages.outNotNamed);
  return { kind: name, request };
}

/** Options that say what to do with results, which `check` has none of. */
const optionsOfAnalyse = ["out", "json", "weight"] as const;

type Token = NonNullable<ReturnType<typeof parseArgs>["tokens"]>[number];

/** What is wrong with the options themselves: one that does not exist, one without its value. */
function wrongOption(tokens: readonly Token[], messages: CliMessages): string | null {
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const known = Object.hasOwn(options, token.name) ? options[token.name as keyof typeof options] : undefined;
    if (known === undefined) return messages.optionUnknown(token.rawName);
    if (known.type === "string" && (token.value === undefined || token.value === ""))
      return messages.optionNeedsValue(token.rawName);
  }
  return null;
}

function textOf(value: string | boolean | undefined | (string | boolean)[]): string | null {
  return typeof value === "string" ? value : null;
}

function mistake(language: Language, text: string): CommandLine {
  return { kind: "mistake", language, text };
}
