import process from "node:process";
import { Failure } from "./failure.mjs";

const SIGNALS = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);

/** Turns Ctrl-C and its siblings into an abort, so that what is under way can be stopped and cleaned up.
 *  @returns {{ signal: AbortSignal, stopListening: () => void }} the abort's reason is a Failure that names the signal */
export function listenForInterruption() {
  const controller = new AbortController();
  const handlers = SIGNALS.map(
    (name) => /** @type {const} */ ([name, () => controller.abort(new Failure("interrupted", { signal: name }))]),
  );
  for (const [name, handler] of handlers) process.on(name, handler);
  const stopListening = () => {
    for (const [name, handler] of handlers) process.off(name, handler);
  };
  return { signal: controller.signal, stopListening };
}
