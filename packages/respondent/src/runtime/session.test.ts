/** One respondent and what goes on around them: other windows, other versions, a server that says no. */
import { describe, expect, it } from "vitest";
import { manualTimers, settled } from "../../test-support/manual-timers.ts";
import { memoryStorage, sampleDraft } from "../../test-support/memory-storage.ts";
import { sampleQuestionnaire } from "../../test-support/sample-questionnaire.ts";
import type { Embedded } from "../embedded/embedded.ts";
import { openDraftStore } from "./draft-store.ts";
import type { ServerCalls } from "./server-calls.ts";
import { Session } from "./session.ts";
import type { Mark } from "./session-parts.ts";

const complete = {
  overall: 4,
  items: { speed: 4, clarity: "not-applicable" },
  channel: { options: ["phone"] },
  recommend: 9,
};
const embedded: Embedded = {
  questionnaire: sampleQuestionnaire,
  version: 2,
  link: "link",
  language: "zh",
  id: "document",
  stamp: "s",
  page: "start",
  answers: {},
  faults: [],
  sequence: 0,
  wave: "open",
  minutes: 1,
};

/** A window on a device that holds one draft, with the mark of it where it was loaded again. */
function opened(given: Partial<Parameters<typeof sampleDraft>[0]>, answers: Partial<ServerCalls> = {}) {
  const timers = manualTimers();
  const store = openDraftStore(memoryStorage(), "link", timers.now());
  const draft = sampleDraft({ version: 2, page: "last", answers: complete, savedAt: timers.now(), ...given });
  store.write(draft);
  const bodies: string[] = [];
  let mark: Mark | null = { id: draft.id, page: draft.page, depth: 0 };
  const session = new Session(
    embedded,
    { some: false, onto: (those) => those },
    {
      store,
      calls: {
        submit: async (body) => {
          bodies.push(body);
          return { kind: "later", retryAfterMs: 0 };
        },
        savePartial: async () => ({ kind: "saved" }),
        readPartial: async () => ({ kind: "later", retryAfterMs: 0 }),
        ...answers,
      },
      timers,
      past: {
        current: () => mark,
        push: (next) => {
          mark = next;
        },
        replace: (next) => {
          mark = next;
        },
        back: () => undefined,
      },
      windowName: "mine",
      newId: () => "fresh",
      draw: () => undefined,
      lead: () => undefined,
      open: () => undefined,
    },
  );
  session.begin("ask");
  return { session, store, draft, bodies, timers };
}

describe("a respondent who comes back", () => {
  it("to a newer version finds what still fits", () => {
    const { session } = opened({ version: 1, answers: { overall: 4, gone: 1, items: { speed: 4, old: 2 } } });
    expect(session.state.work.answers).toEqual({ overall: 4, items: { speed: 4 } });
  });

  it("finds what waits to be sent on its way, to the letter", () => {
    const { session, bodies } = opened({ pending: "body" });
    expect(session.state.screen.kind).toBe("sending");
    expect(bodies).toEqual(["body"]);
  });
});

describe("what another window has sent", () => {
  it("goes in the place of what is sent here a moment later: one id has one body", () => {
    const { session, store, draft, bodies } = opened({});
    session.answer("recommend", 1);
    store.write({ ...draft, revision: draft.revision + 9, writer: "theirs", pending: "theirs" });
    session.next();
    expect(bodies).toEqual(["theirs"]);
    expect(store.read(draft.id)?.pending).toBe("theirs");
  });
});

describe("what the server refuses", () => {
  it.each([
    ["wave-closed", "closed", true],
    ["not-found", "gone", true],
    ["request-invalid", "unreadable", true],
    ["submission-differs", "differs", false],
  ] as const)("for %s is told as %s, and stays on the device: %s", async (code, why, kept) => {
    const { session, store, draft } = opened({}, { submit: async () => ({ kind: "refused", code }) });
    session.next();
    await settled();
    expect(session.state.screen).toEqual({ kind: "refused", why, kept });
    expect(store.read(draft.id)?.answers).toEqual(kept ? complete : undefined);
    expect(store.read(draft.id)?.pending ?? null).toBeNull();
  });

  it("since something newer was saved elsewhere is saved anew, with what both have changed", async () => {
    const bodies: string[] = [];
    const theirs = { ...complete, overall: 5 };
    const { session, timers } = opened(
      { page: "about" },
      {
        savePartial: async (_, body) => {
          bodies.push(body);
          return bodies.length === 1 ? { kind: "refused", code: "partial-stale" } : { kind: "saved" };
        },
        readPartial: async () => ({ kind: "started", sequence: 7, answers: theirs, page: "last" }),
      },
    );
    session.answer("channel", { options: ["visit"] });
    await timers.pass(1_000);
    session.next();
    await settled();
    await settled();
    const both = { ...theirs, channel: { options: ["visit"] } };
    expect(session.state.work.answers).toEqual(both);
    expect(bodies.map((body) => JSON.parse(body)).at(-1)).toMatchObject({ sequence: 8, answers: both });
  });
});
