import { messagesIn, systemLanguage } from "./messages/language.ts";
import { run } from "./run.ts";
import type { Terminal } from "./terminal.ts";

const terminal: Terminal = {
  print: (text) => process.stdout.write(text),
  say: (text) => process.stderr.write(`${text}\n`),
  nowMs: () => performance.now(),
  today: () => new Date().toISOString().slice(0, 10),
};

try {
  process.exitCode = await run(process.argv.slice(2), process.env, terminal);
} catch (cause) {
  const messages = messagesIn(systemLanguage(process.env));
  terminal.say(messages.unexpected(cause instanceof Error ? cause.message : String(cause)));
  if (cause instanceof Error) terminal.say(cause.stack ?? "");
  process.exitCode = 3;
}
