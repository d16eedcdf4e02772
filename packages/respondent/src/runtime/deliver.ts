/**
 * Sends complete answers until the server has said yes or no. The body never changes between tries, so however often it arrives, it
 * counts once.
 */
import { retryDelayMs } from "./retry-delay.ts";
import type { ReceiptFound, Refusal, ServerCalls } from "./server-calls.ts";
import type { Timers } from "./surroundings.ts";

export type Delivered = ReceiptFound | Exclude<Refusal, { kind: "later" }>;

export interface Delivery {
  /** At once, instead of waiting on. */
  tryNow(): void;
}

/** @param onWaiting told when the next try comes, milliseconds since 1970
 *  @param onDone called once */
export function deliver(
  body: string,
  calls: Pick<ServerCalls, "submit">,
  timers: Timers,
  { onWaiting, onDone }: { onWaiting: (nextTryAt: number) => void; onDone: (delivered: Delivered) => void },
): Delivery {
  let tries = 0;
  let cancel: (() => void) | null = null;
  let isUnderWay = false;
  const attempt = async () => {
    cancel?.();
    cancel = null;
    isUnderWay = true;
    const outcome = await calls.submit(body);
    isUnderWay = false;
    if (outcome.kind !== "later") {
      onDone(outcome);
      return;
    }
    tries += 1;
    const delayMs = retryDelayMs(tries, outcome.retryAfterMs, timers.random());
    cancel = timers.later(delayMs, attempt);
    onWaiting(timers.now() + delayMs);
  };
  void attempt();
  return {
    tryNow: () => {
      if (!isUnderWay && cancel !== null) void attempt();
    },
  };
}
