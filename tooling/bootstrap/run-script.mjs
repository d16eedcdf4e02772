import { spawn } from "node:child_process";
import { delimiter, dirname } from "node:path";
import process from "node:process";

const FORWARDED = /** @type {const} */ (["SIGTERM", "SIGHUP", "SIGINT"]);

/** Runs the script in this terminal and ends as it ends: with its exit code, or by the signal that ended it.
 *  @param {string} node
 *  @param {string} script
 *  @param {readonly string[]} args */
export function runScript(node, script, args) {
  const path = [dirname(node), process.env.PATH].filter(Boolean).join(delimiter);
  // A server looks whether we live: were we killed, nobody could stop it any more.
  const env = { ...process.env, PATH: path, MANYI_BOOTSTRAP_PID: String(process.pid) };
  const child = spawn(node, [script, ...args], { stdio: "inherit", env });
  /** @type {(signal: NodeJS.Signals) => void} */
  const forward = (signal) => {
    // A terminal sends Ctrl-C to the child as well; sent twice it would read as "at once".
    if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
  };
  for (const signal of FORWARDED) process.on(signal, forward);
  child.once("error", (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
  child.once("exit", (code, signal) => {
    for (const name of FORWARDED) process.off(name, forward);
    if (signal !== null && process.platform !== "win32") process.kill(process.pid, signal);
    else process.exitCode = code ?? 1;
  });
}
