import process from "node:process";
import { messagesFor } from "./language.mjs";

const SLOW_MS = 2_000;
const DOT_EVERY_MS = 5_000;

/** One line a step on standard error (standard output belongs to the script): a dot from time to time, and at the end how
 *  long it took if it was slow.
 *  @template T
 *  @param {string} text
 *  @param {() => Promise<T>} work
 *  @returns {Promise<T>} */
export async function step(text, work) {
  const began = performance.now();
  process.stderr.write(`${text} …`);
  const dots = setInterval(() => process.stderr.write("."), DOT_EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(dots);
    const elapsedMs = performance.now() - began;
    const took =
      elapsedMs > SLOW_MS ? messagesFor(process.env).steps.took({ seconds: Math.round(elapsedMs / 1000) }) : "";
    process.stderr.write(`${took}\n`);
  }
}
