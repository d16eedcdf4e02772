/** The server's command line. What each step does: `start/`. */
import { fileURLToPath } from "node:url";
import { systemLanguage } from "./config/language.ts";
import { messagesIn } from "./start/messages/messages-in.ts";
import { runCommand } from "./start/run-command.ts";
import { listenForStop } from "./start/stop-signal.ts";

const repository = fileURLToPath(new URL("../../..", import.meta.url));
// Set by the bootstrap that runs us: when it is killed nobody could stop us any more.
const bootstrap = Number(process.env.MANYI_BOOTSTRAP_PID);

const terminal = {
  print: (text: string) => void process.stdout.write(text),
  say: (line: string) => void process.stderr.write(`${line}\n`),
};

// Whoever read what we say may be gone (a closed terminal, a pipe's other end); that must not end us before we have stopped.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

try {
  const surroundings = {
    environment: process.env,
    terminal,
    stopSignal: listenForStop(bootstrap === process.ppid ? bootstrap : null),
    baseFolder: repository,
  };
  const code = await runCommand(process.argv.slice(2), surroundings, async () => {
    const { wholeServer } = await import("./start/whole-server.ts");
    return wholeServer();
  });
  // Not left to an empty event loop: a library's forgotten timer must not keep a stopped server.
  process.exit(code);
} catch (cause) {
  const messages = messagesIn(systemLanguage(process.env));
  terminal.say(messages.unexpected(cause instanceof Error ? cause.message : String(cause)));
  if (cause instanceof Error) terminal.say(cause.stack ?? "");
  process.exit(3);
}
