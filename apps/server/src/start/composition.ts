import type { Ground, RunningPart } from "../ground.ts";

/** What the server is made of above its ground. */
export interface Composition {
  /** Runs before the first part starts; makes what a new installation needs and does nothing in one that has it. */
  prepare(ground: Ground): Promise<FirstAdministrator | null>;
  readonly parts: readonly Part[];
}

export interface Part {
  readonly role: "web" | "worker" | "analysis";
  start(ground: Ground): Promise<RunningPart>;
}

/** Said once and kept nowhere. */
export interface FirstAdministrator {
  readonly email: string;
  readonly password: string;
}
