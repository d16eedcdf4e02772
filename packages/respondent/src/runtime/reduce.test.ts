import { describe, expect, it } from "vitest";
import { reduce } from "./reduce.ts";
import type { Happening, State } from "./state.ts";

const start: State = {
  work: { id: "i", stamp: "s", startedAt: "t", page: "start", answers: {}, sequence: 0 },
  screen: { kind: "page" },
  attempted: false,
  serverFaults: [],
  notice: { kind: "none" },
  keeping: "unchanged",
};
const after = (...happenings: readonly Happening[]) => happenings.reduce(reduce, start);

describe("reduce", () => {
  it("keeps answers, and forgets one that was taken back", () => {
    const answered = after(
      { kind: "answered", question: "a", value: 1 },
      { kind: "answered", question: "b", value: 2 },
    );
    expect(answered.work.answers).toEqual({ a: 1, b: 2 });
    expect(reduce(answered, { kind: "answered", question: "a", value: undefined }).work.answers).toEqual({ b: 2 });
  });

  it("shows faults after an attempt only, and not on the next page", () => {
    expect(after({ kind: "attempted" }).attempted).toBe(true);
    expect(after({ kind: "attempted" }, { kind: "turned", page: "why" })).toMatchObject({ attempted: false });
  });

  it("drops what the server found wrong with a question once it is answered anew", () => {
    const faults = ["a", "b"].map((question) => ({ question, row: null, problem: "form" as const }));
    const faulted = after({ kind: "sending", kept: true }, { kind: "faulted", faults, page: "start" });
    expect(faulted).toMatchObject({ screen: { kind: "page" }, attempted: true, serverFaults: faults });
    const answered = reduce(faulted, { kind: "answered", question: "a", value: 1 });
    expect(answered.serverFaults).toEqual([faults[1]]);
  });

  it("changes no answer while they are being sent", () => {
    const sending = after({ kind: "answered", question: "a", value: 1 }, { kind: "sending", kept: true });
    expect(reduce(sending, { kind: "answered", question: "a", value: 2 }).work.answers).toEqual({ a: 1 });
    expect(reduce(sending, { kind: "adopted", answers: {} }).work.answers).toEqual({ a: 1 });
    expect(reduce(sending, { kind: "turned", page: "last" }).work.page).toBe("start");
  });

  it("leaves nothing behind a receipt", () => {
    const received = after({ kind: "sending", kept: true }, { kind: "received", receipt: "R", late: false });
    const late: readonly Happening[] = [
      { kind: "refused", why: "closed", kept: true },
      { kind: "sending", kept: true },
      { kind: "faulted", faults: [], page: "start" },
      { kind: "resumed", work: start.work },
    ];
    for (const happening of late) expect(reduce(received, happening)).toBe(received);
  });

  it("lets the sequence only grow", () => {
    const grown = after({ kind: "sequenced", sequence: 7 }, { kind: "sequenced", sequence: 3 });
    expect(grown.work.sequence).toBe(7);
  });

  it("waits only while it sends", () => {
    expect(after({ kind: "waiting", nextTryAt: 5 }).screen).toEqual({ kind: "page" });
    const waiting = after({ kind: "sending", kept: false }, { kind: "waiting", nextTryAt: 5 });
    expect(waiting.screen).toEqual({ kind: "sending", kept: false, nextTryAt: 5 });
  });
});
