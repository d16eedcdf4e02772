import type { Scope } from "../rights/scope.ts";

/** Whoever sent a request, as their session or key says. */
export interface Caller {
  readonly scope: Scope;
  /** As they set it; null for keys. */
  readonly language: "zh" | "en" | null;
  readonly sessionId: string | null;
  /** Set-Cookie lines that prolong the session. */
  readonly cookies: readonly string[];
}

/** What a request brings to prove who sent it. */
export interface Credentials {
  readonly authorization: string | undefined;
  readonly cookie: string | undefined;
}

/** @returns null where nothing is brought or what is brought is no longer good */
export type Authenticate = (credentials: Credentials) => Promise<Caller | null>;
