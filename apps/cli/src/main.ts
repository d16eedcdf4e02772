import { parseCommandLine } from "./command-line.ts";
import { messagesIn, systemLanguage } from "./messages/language.ts";
import { run } from "./run.ts";
import type { Terminal } from "./terminal.ts";

const terminal: Terminal = {
  print: (text) => process.stdout.write(text),
  say: (text) => process.stderr.write(`${text}\n`),
  nowMs: () => performance.now(),
  // The day where the user is; Sweden writes dates as ISO does.
  today: () => new Date().toLocaleDateString("sv-SE"),
};

// Whoever reads the results may have read enough (`| head`).
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

try {
  process.exitCode = await run(process.argv.slice(2), process.env, terminal);
} catch (cause) {
  const messages = messagesIn(askedLanguage());
  terminal.say(messages.unexpected(cause instanceof Error ? cause.message : String(cause)));
  if (cause instanceof Error) terminal.say(cause.stack ?? "");
  process.exitCode = 3;
}

function askedLanguage() {
  const line = parseCommandLine(process.argv.slice(2), process.env);
  return "request" in line ? line.request.language : systemLanguage(process.env);
}
