/** Saves what is not finished at the server: one call at a time, of several wishes only the last, again after a failure. */
import type { Answers } from "@manyi/questionnaire/evaluation/evaluate";
import { retryDelayMs } from "./retry-delay.ts";
import type { Refusal, ServerCalls } from "./server-calls.ts";
import type { Timers } from "./surroundings.ts";

export interface Saving {
  readonly id: string;
  readonly answers: Answers;
  readonly body: string;
}

export interface PartialSaver {
  save(saving: Saving): void;
  /** At once, if something waits to be tried again. */
  tryNow(): void;
  /** Nothing more is saved: it was sent, or refused. */
  stop(): void;
}

interface Told {
  readonly onSaved: (saving: Saving) => void;
  /** No connection; it is tried again. */
  readonly onWaiting: () => void;
  readonly onRefused: (saving: Saving, refusal: Exclude<Refusal, { kind: "later" }>) => void;
}

export function partialSaver(calls: Pick<ServerCalls, "savePartial">, timers: Timers, told: Told): PartialSaver {
  let wanted: Saving | null = null;
  let isUnderWay = false;
  let tries = 0;
  let cancel: (() => void) | null = null;
  const run = async () => {
    cancel?.();
    cancel = null;
    const saving = wanted;
    if (saving === null || isUnderWay) return;
    isUnderWay = true;
    const outcome = await calls.savePartial(saving.id, saving.body);
    isUnderWay = false;
    // It was stopped, or begun again, while the call was under way.
    if (wanted === null) return;
    if (outcome.kind === "later") {
      tries += 1;
      told.onWaiting();
      cancel = timers.later(retryDelayMs(tries, outcome.retryAfterMs, timers.random()), run);
      return;
    }
    tries = 0;
    const isLast = wanted === saving;
    if (isLast) wanted = null;
    if (outcome.kind === "saved") told.onSaved(saving);
    else told.onRefused(saving, outcome);
    if (!isLast) void run();
  };
  return {
    save: (saving) => {
      wanted = saving;
      void run();
    },
    tryNow: () => {
      if (cancel !== null) void run();
    },
    stop: () => {
      wanted = null;
      cancel?.();
      cancel = null;
    },
  };
}
