import { describe, expect, it } from "vitest";
import { manualTimers, settled } from "../../test-support/manual-timers.ts";
import { partialSaver } from "./partial-saver.ts";
import type { Refusal } from "./server-calls.ts";

type Outcome = { readonly kind: "saved" } | Refusal;

function saver() {
  const timers = manualTimers();
  const bodies: string[] = [];
  const answers: ((outcome: Outcome) => void)[] = [];
  const events: string[] = [];
  const savePartial = (_: string, body: string) => {
    bodies.push(body);
    return new Promise<Outcome>((resolve) => answers.push(resolve));
  };
  const made = partialSaver({ savePartial }, timers, {
    onSaved: ({ body }) => events.push(`saved ${body}`),
    onWaiting: () => events.push("waiting"),
    onRefused: (_, refusal) => events.push(refusal.kind === "refused" ? refusal.code : refusal.kind),
  });
  const answer = async (outcome: Outcome) => {
    answers.shift()?.(outcome);
    await settled();
  };
  const save = (body: string) => made.save({ id: "i", answers: {}, body });
  return { ...made, save, timers, bodies, events, answer };
}

describe("partialSaver", () => {
  it("makes one call at a time, and of several wishes only the last", async () => {
    const { save, bodies, events, answer } = saver();
    save("1");
    save("2");
    save("3");
    expect(bodies).toEqual(["1"]);
    await answer({ kind: "saved" });
    expect(bodies).toEqual(["1", "3"]);
    await answer({ kind: "saved" });
    expect(events).toEqual(["saved 1", "saved 3"]);
  });

  it("tries again what did not arrive, the newest of it", async () => {
    const { save, bodies, events, answer, timers } = saver();
    save("1");
    await answer({ kind: "later", retryAfterMs: 0 });
    expect(events).toEqual(["waiting"]);
    await timers.pass(750);
    expect(bodies).toEqual(["1", "1"]);
    save("2");
    await answer({ kind: "later", retryAfterMs: 0 });
    await timers.pass(1_500);
    expect(bodies).toEqual(["1", "1", "2"]);
  });

  it("waits no longer for a later saving than for the first, once one has arrived", async () => {
    const { save, bodies, answer, timers } = saver();
    save("1");
    await answer({ kind: "later", retryAfterMs: 0 });
    await timers.pass(1_000);
    await answer({ kind: "saved" });
    save("2");
    await answer({ kind: "later", retryAfterMs: 0 });
    await timers.pass(750);
    expect(bodies).toEqual(["1", "1", "2", "2"]);
  });

  it("says what was refused, once", async () => {
    const { save, events, answer, timers } = saver();
    save("1");
    await answer({ kind: "refused", code: "partial-stale" });
    await timers.pass(600_000);
    expect(events).toEqual(["partial-stale"]);
  });

  it("says and does nothing after it was stopped", async () => {
    const { save, stop, bodies, events, answer, timers } = saver();
    save("1");
    stop();
    await answer({ kind: "later", retryAfterMs: 0 });
    await timers.pass(600_000);
    expect(bodies).toEqual(["1"]);
    expect(events).toEqual([]);
  });
});
