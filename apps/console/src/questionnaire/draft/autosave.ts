/**
 * Saves what is written a moment after it was written, one saving at a time. What cannot be sent is kept and tried again; what
 * somebody else has overtaken is never written over without being asked. Timers and the network come in as arguments.
 */
import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";

export type SaveState =
  | { readonly kind: "saved" }
  /** Changed; a saving will follow. */
  | { readonly kind: "waiting" }
  | { readonly kind: "saving" }
  /** Not sent; tried again by itself if `again`. */
  | { readonly kind: "failed"; readonly error: unknown; readonly again: boolean }
  /** Somebody else saved another one meanwhile. */
  | { readonly kind: "conflict" };

export interface AutosaveWorld {
  readonly save: (draft: Questionnaire, revision: number) => Promise<number>;
  /** @returns cancels */
  readonly wait: (ms: number, then: () => void) => () => void;
  readonly judge: (error: unknown) => "passing" | "conflict" | "lasting";
}

const pauseMs = 800;
const longestRetryMs = 15_000;

export class Autosave {
  readonly #world: AutosaveWorld;
  readonly #listeners = new Set<() => void>();
  #state: SaveState = { kind: "saved" };
  #revision: number;
  /** The newest that was not sent yet. */
  #unsaved: Questionnaire | null = null;
  #running: Promise<void> | null = null;
  #cancel = () => {};
  #failures = 0;

  constructor(revision: number, world: AutosaveWorld) {
    this.#revision = revision;
    this.#world = world;
  }

  readonly state = (): SaveState => this.#state;

  /** @returns stops listening */
  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Revision the server has, as far as is known. */
  revision(): number {
    return this.#revision;
  }

  changed(draft: Questionnaire): void {
    this.#unsaved = draft;
    if (this.#state.kind === "conflict") return;
    if (this.#state.kind !== "saving") this.#become({ kind: "waiting" });
    this.#later(pauseMs);
  }

  /** Saves at once. @returns whether everything is saved */
  async flush(): Promise<boolean> {
    await this.#send();
    // What was written while the first one was under way.
    if (this.#unsaved !== null && this.#state.kind === "waiting") await this.#send();
    return this.#unsaved === null && this.#state.kind === "saved";
  }

  /** Goes on from another revision: theirs was taken, or mine is to stand over it. */
  resume(revision: number, unsaved: Questionnaire | null): void {
    this.#revision = revision;
    this.#unsaved = unsaved;
    this.#failures = 0;
    this.#become({ kind: unsaved === null ? "saved" : "waiting" });
    if (unsaved !== null) this.#later(0);
  }

  stop(): void {
    this.#cancel();
  }

  #become(next: SaveState): void {
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }

  #later(ms: number): void {
    this.#cancel();
    this.#cancel = this.#world.wait(ms, () => void this.#send());
  }

  #send(): Promise<void> {
    this.#cancel();
    if (this.#running !== null) return this.#running;
    const draft = this.#unsaved;
    if (draft === null || this.#state.kind === "conflict") return Promise.resolve();
    this.#unsaved = null;
    this.#become({ kind: "saving" });
    this.#running = this.#world.save(draft, this.#revision).then(
      (revision) => this.#saved(revision),
      (error: unknown) => this.#failed(error, draft),
    );
    return this.#running;
  }

  #saved(revision: number): void {
    this.#running = null;
    this.#revision = revision;
    this.#failures = 0;
    this.#become({ kind: this.#unsaved === null ? "saved" : "waiting" });
    if (this.#unsaved !== null) this.#later(pauseMs);
  }

  #failed(error: unknown, draft: Questionnaire): void {
    this.#running = null;
    this.#unsaved ??= draft;
    const judged = this.#world.judge(error);
    this.#become(judged === "conflict" ? { kind: "conflict" } : { kind: "failed", error, again: judged === "passing" });
    if (judged !== "passing") return;
    this.#failures += 1;
    this.#later(Math.min(500 * 2 ** this.#failures, longestRetryMs));
  }
}
