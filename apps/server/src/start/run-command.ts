import { type Language, systemLanguage } from "../config/language.ts";
import { readConfig } from "../config/read-config.ts";
import type { Environment } from "../config/setting-reader.ts";
import { settingsHelp } from "../config/settings-text.ts";
import { OperatorFailure } from "../failure/operator-failure.ts";
import { sentence } from "../failure/sentence.ts";
import { openLog } from "../log/log.ts";
import { type Command, parseCommand } from "./command-line.ts";
import type { Composition } from "./composition.ts";
import { messagesIn } from "./messages/messages-in.ts";
import { startServer } from "./start-server.ts";
import type { StopSignal } from "./stop-signal.ts";
import { backUpCommand, newPasswordCommand, restoreCommand } from "./store-commands.ts";
import type { Terminal } from "./terminal.ts";

export interface Surroundings {
  readonly environment: Environment;
  readonly terminal: Terminal;
  readonly stopSignal: StopSignal;
  /** What a relative data folder is relative to. */
  readonly baseFolder: string;
}

/** Runs one command to its end; a start ends when it is told to stop.
 *  @param composition loaded only for a start: it brings half the program with it
 *  @returns the exit code: 0 done, 1 for what its operator can remedy
 *  @throws whatever is a fault of the program */
export async function runCommand(
  args: readonly string[],
  surroundings: Surroundings,
  composition: () => Promise<Composition>,
): Promise<0 | 1> {
  const language = systemLanguage(surroundings.environment);
  try {
    await run(parseCommand(args), surroundings, composition, language);
    return 0;
  } catch (error) {
    if (!(error instanceof OperatorFailure)) throw error;
    surroundings.terminal.say(sentence(error, language));
    return 1;
  }
}

async function run(
  command: Command,
  around: Surroundings,
  composition: () => Promise<Composition>,
  language: Language,
): Promise<void> {
  const { environment, terminal, baseFolder } = around;
  const messages = messagesIn(language);
  if (command.kind === "help") return terminal.print(`${messages.help(settingsHelp(language))}\n`);
  const config = readConfig(environment, command.kind === "start" ? command.role : "all", baseFolder);
  const log = openLog(config.logLevel);
  if (command.kind === "backup") return backUpCommand(command.file, config, log, terminal, messages);
  if (command.kind === "restore") return restoreCommand(command.file, config, log, terminal, messages);
  if (command.kind === "new-password") return newPasswordCommand(command.email, config, log, terminal, messages);
  const server = await startServer(config, await composition(), log, {
    makingDatabase: () => terminal.say(messages.makingDatabase),
    firstAdministrator: ({ email, password }) => terminal.say(messages.firstAdministrator(email, password)),
  });
  const isSeen = config.role === "all" || config.role === "web";
  terminal.say(isSeen ? messages.running(config.origin) : messages.runningRole(config.role));
  await around.stopSignal.asked;
  terminal.say(messages.stopping);
  await server.stop();
  terminal.say(messages.stopped);
}
