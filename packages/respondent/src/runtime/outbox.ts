import { type Delivered, type Delivery, deliver } from "./deliver.ts";
import type { Draft } from "./draft.ts";
import type { DraftStore } from "./draft-store.ts";
import type { ServerCalls } from "./server-calls.ts";
import type { Timers } from "./surroundings.ts";

/** Everything of this link that is on its way to the server. */
export interface Outbox {
  send(
    body: string,
    told: { readonly onWaiting: (nextTryAt: number) => void; readonly onDone: (delivered: Delivered) => void },
  ): void;
  /** What was filled in on this device before, and still waits. */
  sendKept(draft: Draft): void;
  /** The network may be back. */
  tryNow(): void;
}

export function openOutbox(calls: Pick<ServerCalls, "submit">, timers: Timers, store: DraftStore): Outbox {
  const underWay = new Set<Delivery>();
  const outbox: Outbox = {
    send: (body, { onWaiting, onDone }) => {
      const delivery = deliver(body, calls, timers, {
        onWaiting,
        onDone: (delivered) => {
          underWay.delete(delivery);
          onDone(delivered);
        },
      });
      underWay.add(delivery);
    },
    sendKept: (draft) => {
      if (draft.pending === null) return;
      outbox.send(draft.pending, {
        onWaiting: () => undefined,
        onDone: (delivered) => {
          if (delivered.kind === "received") store.remove(draft.id);
          // Offered when the questionnaire is opened again: nothing that was written goes unseen.
          else store.write({ ...draft, revision: draft.revision + 1, pending: null });
        },
      });
    },
    tryNow: () => {
      for (const delivery of Array.from(underWay)) delivery.tryNow();
    },
  };
  return outbox;
}
