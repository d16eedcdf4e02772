/** The real log, writing where a test can read it. */
import { type Log, openLog } from "../src/log/log.ts";

export interface CapturingLog {
  readonly log: Log;
  /** Everything written so far, as it would stand on standard output. */
  text(): string;
  /** Lines of an event. */
  of(event: string): readonly Readonly<Record<string, unknown>>[];
}

export function capturingLog(): CapturingLog {
  const lines: string[] = [];
  return {
    log: openLog("debug", { write: (line) => lines.push(line) }),
    text: () => lines.join(""),
    of: (event) =>
      lines.map((line): Readonly<Record<string, unknown>> => JSON.parse(line)).filter((line) => line.event === event),
  };
}
