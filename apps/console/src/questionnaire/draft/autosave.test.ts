import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import { describe, expect, it } from "vitest";
import { buildQuestionnaire } from "../../../test-support/build-questionnaire.ts";
import { Autosave } from "./autosave.ts";

const titled = (zh: string): Questionnaire => buildQuestionnaire({ title: { zh } });

/** A server and a clock that a test turns by hand. */
function world() {
  const saved: { title: string; revision: number }[] = [];
  const answers: { resolve: (revision: number) => void; reject: (error: unknown) => void }[] = [];
  let timer: (() => void) | null = null;
  const waits: number[] = [];
  const autosave = new Autosave(1, {
    save: (draft, revision) => {
      saved.push({ title: draft.title.zh ?? "", revision });
      return new Promise((resolve, reject) => answers.push({ resolve, reject }));
    },
    wait: (ms, then) => {
      waits.push(ms);
      timer = then;
      return () => {
        if (timer === then) timer = null;
      };
    },
    judge: (error) => (error === "away" ? "passing" : error === "conflict" ? "conflict" : "lasting"),
  });
  const ring = () => {
    const then = timer;
    timer = null;
    then?.();
  };
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  return { autosave, saved, answers, waits, ring, settle };
}

describe("saving by itself", () => {
  it("waits for a pause and sends the newest", async () => {
    const { autosave, saved, answers, ring, settle } = world();
    autosave.changed(titled("一"));
    autosave.changed(titled("二"));
    expect(saved).toEqual([]);
    ring();
    expect(saved).toEqual([{ title: "二", revision: 1 }]);
    answers[0]?.resolve(2);
    await settle();
    expect(autosave.state().kind).toBe("saved");
    expect(autosave.revision()).toBe(2);
  });

  it("sends what was written meanwhile afterwards, with the revision it learned", async () => {
    const { autosave, saved, answers, ring, settle } = world();
    autosave.changed(titled("一"));
    ring();
    autosave.changed(titled("二"));
    ring();
    expect(saved).toHaveLength(1);
    answers[0]?.resolve(2);
    await settle();
    expect(autosave.state().kind).toBe("waiting");
    ring();
    expect(saved[1]).toEqual({ title: "二", revision: 2 });
  });

  it("keeps what the server did not take and tries again, ever more slowly", async () => {
    const { autosave, saved, answers, ring, settle, waits } = world();
    autosave.changed(titled("一"));
    ring();
    answers[0]?.reject("away");
    await settle();
    expect(autosave.state()).toMatchObject({ kind: "failed", again: true });
    ring();
    answers[1]?.reject("away");
    await settle();
    ring();
    expect(waits.slice(-2)).toEqual([1_000, 2_000]);
    answers[2]?.resolve(2);
    await settle();
    expect(saved.map(({ title }) => title)).toEqual(["一", "一", "一"]);
    expect(autosave.state().kind).toBe("saved");
  });

  it("writes nothing over somebody else's until told to", async () => {
    const { autosave, saved, answers, ring, settle } = world();
    autosave.changed(titled("我的"));
    ring();
    answers[0]?.reject("conflict");
    await settle();
    autosave.changed(titled("我的二"));
    ring();
    expect(await autosave.flush()).toBe(false);
    expect(saved).toHaveLength(1);
    autosave.resume(7, titled("我的二"));
    ring();
    expect(saved[1]).toEqual({ title: "我的二", revision: 7 });
  });

  it("says when everything is saved to whoever wants to leave", async () => {
    const { autosave, answers, settle } = world();
    autosave.changed(titled("一"));
    const flushed = autosave.flush();
    answers[0]?.resolve(2);
    await settle();
    expect(await flushed).toBe(true);
  });
});
