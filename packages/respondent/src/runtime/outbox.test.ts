import { describe, expect, it } from "vitest";
import { manualTimers, settled } from "../../test-support/manual-timers.ts";
import { memoryStorage, sampleDraft } from "../../test-support/memory-storage.ts";
import type { Delivered } from "./deliver.ts";
import { openDraftStore } from "./draft-store.ts";
import { openOutbox } from "./outbox.ts";
import type { Refusal } from "./server-calls.ts";

const kept = sampleDraft({ page: "last", answers: { words: "慢" }, revision: 4, pending: "body" });

/** @param outcome of every call */
function outbox(outcome: Delivered | Refusal) {
  const timers = manualTimers();
  const store = openDraftStore(memoryStorage(), "link", timers.now());
  const bodies: string[] = [];
  const submit = async (body: string) => {
    bodies.push(body);
    return outcome;
  };
  store.write(kept);
  return { ...openOutbox({ submit }, timers, store), timers, store, bodies };
}

describe("answers of earlier that still wait on the device", () => {
  it("are sent to the letter, and are gone once they have been received", async () => {
    const { sendKept, store, bodies } = outbox({ kind: "received", receipt: "7F3K-92QD", late: false });
    sendKept(kept);
    await settled();
    expect(bodies).toEqual(["body"]);
    expect(store.all()).toEqual([]);
  });

  it.each<[string, Delivered]>([
    ["closed", { kind: "refused", code: "wave-closed" }],
    ["faulty", { kind: "faulty", faults: [] }],
  ])("stay on the device where they were refused (%s), to be seen when it is opened again", async (_, refused) => {
    const { sendKept, store } = outbox(refused);
    sendKept(kept);
    await settled();
    expect(store.all()).toEqual([{ ...kept, revision: 5, pending: null }]);
  });

  it("stay as they are while nobody knows whether they arrived, and go at once when they are told to", async () => {
    const { sendKept, tryNow, store, bodies } = outbox({ kind: "later", retryAfterMs: 60_000 });
    sendKept(kept);
    await settled();
    expect(store.all()).toEqual([kept]);
    tryNow();
    await settled();
    expect(bodies).toEqual(["body", "body"]);
  });

  it("are not sent before they were finished", async () => {
    const { sendKept, bodies } = outbox({ kind: "received", receipt: "7F3K-92QD", late: false });
    sendKept({ ...kept, pending: null });
    await settled();
    expect(bodies).toEqual([]);
  });
});
