/**
 * What is kept on the device: one entry a filling-in, so that two windows with two of them never meet. Storage may be absent, full
 * or forbidden; then everything here says so and the page goes on without.
 */
import { isRecord } from "@manyi/questionnaire/question/reading";
import { type Draft, parsed, readDraft } from "./draft.ts";

/** A receipt that came, to be shown again. */
export interface KeptReceipt {
  readonly id: string;
  readonly receipt: string;
  readonly late: boolean;
}

export interface DraftStore {
  read(id: string): Draft | null;
  /** The newest first. */
  all(): readonly Draft[];
  /** @returns whether it is kept now */
  write(draft: Draft): boolean;
  remove(id: string): void;
  receipt(): KeptReceipt | null;
  writeReceipt(receipt: KeptReceipt): void;
  /** The filling-in that an entry's key names; null: none of this link. */
  idOf(key: string | null): string | null;
}

export type KeyValues = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** Longer nobody comes back, and the device may be somebody else's by then. What waits to be sent stays. */
const keptMs = 30 * 86_400_000;

/** @param storage null where the browser has none
 *  @param now milliseconds since 1970 */
export function openDraftStore(storage: KeyValues | null, link: string, now: number): DraftStore {
  const prefix = `manyi:${link}:`;
  const receiptKey = `${prefix}received`;
  const attempt = <T>(run: (store: KeyValues) => T, otherwise: T): T => {
    try {
      return storage === null ? otherwise : run(storage);
    } catch {
      return otherwise;
    }
  };
  const idOf = (key: string | null) =>
    key?.startsWith(prefix) === true && key !== receiptKey ? key.slice(prefix.length) : null;
  const store: DraftStore = {
    idOf,
    read: (id) => attempt((kept) => readDraft(kept.getItem(prefix + id)), null),
    all: () =>
      attempt<readonly Draft[]>((kept) => {
        const drafts = keysOf(kept)
          .filter((key) => idOf(key) !== null)
          .map((key) => readDraft(kept.getItem(key)))
          .filter((draft) => draft !== null);
        return drafts.sort((a, b) => b.savedAt - a.savedAt);
      }, []),
    write: (draft) =>
      attempt((kept) => {
        kept.setItem(prefix + draft.id, JSON.stringify(draft));
        return true;
      }, false),
    remove: (id) => attempt((kept) => kept.removeItem(prefix + id), undefined),
    receipt: () => attempt((kept) => readReceipt(kept.getItem(receiptKey)), null),
    writeReceipt: (receipt) => attempt((kept) => kept.setItem(receiptKey, JSON.stringify(receipt)), undefined),
  };
  for (const { id, savedAt, pending } of store.all()) {
    if (pending === null && now - savedAt > keptMs) store.remove(id);
  }
  return store;
}

function keysOf(storage: KeyValues): readonly string[] {
  const keys: string[] = [];
  for (let index = 0; index < storage.length; index += 1) keys.push(storage.key(index) ?? "");
  return keys;
}

function readReceipt(text: string | null): KeptReceipt | null {
  const value = parsed(text);
  if (!isRecord(value)) return null;
  const { id, receipt, late } = value;
  return typeof id === "string" && typeof receipt === "string" && typeof late === "boolean"
    ? { id, receipt, late }
    : null;
}
