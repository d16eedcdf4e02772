import { expect, it } from "vitest";
import { memoryStorage, sampleDraft } from "../../test-support/memory-storage.ts";
import { openDraftStore } from "../runtime/draft-store.ts";
import { foundHere } from "./found-here.ts";

const mark = { id: "1", page: "start", depth: 0 };
const opened = () => openDraftStore(memoryStorage(), "link", sampleDraft({}).savedAt);
const closing = { link: "link", wave: "closing" } as const;
const closed = { link: "link", wave: "closed" } as const;

it("is nothing on a device that has not begun", () => {
  expect(foundHere(closing, opened(), null)).toEqual({ kind: "nothing" });
});

it("goes on with what was begun while it may be finished, and afterwards only with what waits to be sent", () => {
  const store = opened();
  store.write(sampleDraft({ pending: null }));
  expect(foundHere(closing, store, null)).toEqual({ kind: "more" });
  expect(foundHere(closed, store, null)).toEqual({ kind: "nothing" });
  store.write(sampleDraft({ pending: "{}" }));
  expect(foundHere(closed, store, null)).toEqual({ kind: "more" });
});

it("asks further where this very window has begun: its device may keep nothing", () => {
  expect(foundHere(closed, openDraftStore(null, "link", 1), mark)).toEqual({ kind: "more" });
});

it("is the receipt of what this device has sent", () => {
  const store = opened();
  store.writeReceipt({ id: "1", receipt: "7F3K-92QD", late: false });
  expect(foundHere(closing, store, null)).toEqual({ kind: "received", receipt: "7F3K-92QD" });
});
