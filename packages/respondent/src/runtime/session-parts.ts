import type { DraftStore } from "./draft-store.ts";
import type { ServerCalls } from "./server-calls.ts";
import type { State } from "./state.ts";
import type { Timers } from "./surroundings.ts";

/** What the browser keeps of an entry of its history. */
export interface Mark {
  readonly id: string;
  readonly page: string;
  /** How many entries of ours lie before it. */
  readonly depth: number;
}

export interface Past {
  /** Of the entry that is shown now; null: not ours. */
  current(): Mark | null;
  push(mark: Mark): void;
  replace(mark: Mark): void;
  back(): void;
}

/** Where the eye and the keyboard are led after a change. */
export type Attention = "page" | "fault" | "screen";

/** Everything of the browser that a session uses. */
export interface SessionParts {
  readonly store: DraftStore;
  readonly calls: ServerCalls;
  readonly timers: Timers;
  readonly past: Past;
  /** This window, among others of the same device. */
  readonly windowName: string;
  /** For a new filling-in; null: this browser has no good chance, the server's is taken. */
  readonly newId: () => string | null;
  readonly draw: (state: State) => void;
  readonly lead: (attention: Attention) => void;
  readonly open: (address: string) => void;
}
