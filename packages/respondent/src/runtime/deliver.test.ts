import { describe, expect, it } from "vitest";
import { manualTimers, settled } from "../../test-support/manual-timers.ts";
import { type Delivered, deliver } from "./deliver.ts";
import type { ReceiptFound, Refusal } from "./server-calls.ts";

const received: ReceiptFound = { kind: "received", receipt: "7F3K-92QD", late: false };
const away: Refusal = { kind: "later", retryAfterMs: 0 };

function delivering(...outcomes: readonly (ReceiptFound | Refusal)[]) {
  const timers = manualTimers();
  const sent: string[] = [];
  const done: Delivered[] = [];
  const waits: number[] = [];
  const submit = async (body: string) => {
    sent.push(body);
    return outcomes[sent.length - 1] ?? received;
  };
  const told = { onWaiting: (at: number) => waits.push(at - timers.now()), onDone: (one: Delivered) => done.push(one) };
  const delivery = deliver("the body", { submit }, timers, told);
  return { timers, sent, done, waits, delivery };
}

describe("deliver", () => {
  it("sends the same body until there is a receipt, and then no more", async () => {
    const { timers, sent, done, waits } = delivering(away, away);
    await settled();
    expect(waits).toEqual([750]);
    await timers.pass(750);
    expect(waits).toEqual([750, 1_500]);
    await timers.pass(1_500);
    expect(done).toEqual([received]);
    await timers.pass(600_000);
    expect(sent).toEqual(["the body", "the body", "the body"]);
  });

  it("waits as long as the server asks for", async () => {
    const { timers, sent, done } = delivering({ kind: "later", retryAfterMs: 30_000 });
    await settled();
    await timers.pass(29_999);
    expect(sent).toHaveLength(1);
    await timers.pass(2_000);
    expect(done).toEqual([received]);
  });

  it.each<Exclude<Refusal, { kind: "later" }>>([
    { kind: "refused", code: "wave-closed" },
    { kind: "faulty", faults: [] },
  ])("stops where trying again would not help: $kind", async (refusal) => {
    const { timers, sent, done } = delivering(refusal);
    await timers.pass(600_000);
    expect(done).toEqual([refusal]);
    expect(sent).toHaveLength(1);
  });

  it("tries at once when asked to, but never twice at the same time", async () => {
    const { sent, done, delivery } = delivering(away);
    delivery.tryNow();
    expect(sent).toHaveLength(1);
    await settled();
    delivery.tryNow();
    delivery.tryNow();
    await settled();
    expect(sent).toHaveLength(2);
    expect(done).toEqual([received]);
    delivery.tryNow();
    await settled();
    expect(sent).toHaveLength(2);
  });
});
