import { describe, expect, it } from "vitest";
import { memoryStorage, sampleDraft } from "../../test-support/memory-storage.ts";
import { openDraftStore } from "./draft-store.ts";

const now = Date.UTC(2026, 10, 22);
const day = 86_400_000;

describe("the drafts on a device", () => {
  it("are found again, the newest first, those of other links left alone", () => {
    const storage = memoryStorage();
    const store = openDraftStore(storage, "link", now);
    store.write(sampleDraft({ id: "old", savedAt: now - day }));
    store.write(sampleDraft({ id: "new", savedAt: now }));
    openDraftStore(storage, "another", now).write(sampleDraft({ id: "foreign" }));
    expect(store.all().map(({ id }) => id)).toEqual(["new", "old"]);
    expect(store.read("foreign")).toBeNull();
  });

  it("go after thirty days, unless they wait to be sent", () => {
    const storage = memoryStorage();
    const store = openDraftStore(storage, "link", now);
    store.write(sampleDraft({ id: "left", savedAt: now - 31 * day }));
    store.write(sampleDraft({ id: "waiting", savedAt: now - 31 * day, pending: "{}" }));
    store.write(sampleDraft({ id: "recent", savedAt: now - 29 * day }));
    const ids = openDraftStore(storage, "link", now)
      .all()
      .map(({ id }) => id);
    expect(ids.sort()).toEqual(["recent", "waiting"]);
  });

  it.each(["", "null", "[]", "{", '{"answers":{}}', JSON.stringify({ ...sampleDraft({}), pending: 3 })])(
    "that nobody here wrote are none: %s",
    (text) => {
      const storage = memoryStorage();
      storage.setItem("manyi:link:x", text);
      expect(openDraftStore(storage, "link", now).all()).toEqual([]);
    },
  );

  it("are told apart from the receipt", () => {
    const store = openDraftStore(memoryStorage(), "link", now);
    store.writeReceipt({ id: "i", receipt: "7F3K-92QD", late: false });
    expect(store.all()).toEqual([]);
    expect(store.receipt()).toEqual({ id: "i", receipt: "7F3K-92QD", late: false });
    expect(store.idOf("manyi:link:received")).toBeNull();
    expect(store.idOf("manyi:link:i")).toBe("i");
  });

  it("are not kept where there is no storage, or none that takes anything; nothing throws", () => {
    const broken = memoryStorage();
    broken.setItem = () => {
      throw new Error("full");
    };
    broken.getItem = () => {
      throw new Error("forbidden");
    };
    for (const storage of [null, broken]) {
      const store = openDraftStore(storage, "link", now);
      expect(store.write(sampleDraft({}))).toBe(false);
      expect(store.read("i")).toBeNull();
      expect(store.all()).toEqual([]);
      store.remove("i");
    }
  });
});
