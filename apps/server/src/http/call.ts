/**
 * One request as the nouns see it: checked input, the caller's scope, one transaction. What a handler writes, audits and
 * enqueues is committed together or not at all; a `ProblemError` rolls all of it back.
 */

import type { Readable } from "node:stream";
import type { Access, AnswerOf, BodyOf, ParamsOf, QueryOf, Route } from "@manyi/contract/route/route";
import type { Transaction } from "kysely";
import type { Tables } from "../database/tables.ts";
import type { JobMap, JobName } from "../jobs/job-map.ts";
import type { Scope } from "../rights/scope.ts";

export interface Call<R extends Route = Route> {
  readonly params: ParamsOf<R>;
  readonly query: QueryOf<R>;
  readonly body: BodyOf<R>;
  readonly scope: Scope;
  readonly tx: Transaction<Tables>;
  readonly now: Date;
  readonly language: "zh" | "en";
  readonly requestId: string;
  readonly web: Web;
  /** Says what an audited route did; each of them calls it exactly once before it returns. */
  audit(entry: AuditNote): Promise<void>;
  enqueue<Name extends JobName>(name: Name, payload: JobMap[Name], options?: EnqueueOptions): Promise<void>;
}

/** The HTTP side of a call, for sign-in and sessions; other nouns have no business with it. */
export interface Web {
  /** The caller's address, as trusted proxies say. */
  readonly address: string;
  readonly device: string | null;
  /** The Cookie header as it came. */
  readonly cookie: string;
  /** Null for keys and where nobody is signed in. */
  readonly sessionId: string | null;
  /** A Set-Cookie line, sent once the transaction is committed. */
  setCookie(line: string): void;
  /** Says whom an attempt that may fail is about, so that its refusal stands in their organisation's audit log. */
  about(person: Person): void;
}

/** Somebody who is not signed in yet. */
export interface Person {
  readonly organisationId: string;
  readonly userId: string;
}

/** A call of a public route: there is no caller whose rights could be asked for. */
export type PublicCall<R extends Route = Route> = Omit<Call<R>, "scope">;

/** What a guard sees: checked input before the transaction. What it writes is kept even when the call then fails. */
export type Door<R extends Route = Route> = Pick<Call<R>, "params" | "body" | "now" | "web" | "requestId"> & {
  /** Null on public routes. */
  readonly scope: Scope | null;
};

export interface AuditNote {
  /** Where something else happened than the route's name for it: a first step only. */
  readonly action?: string;
  /** Only on public routes: who it turned out to be. */
  readonly by?: Person;
  readonly object: { readonly kind: string; readonly id: string } | null;
  readonly unitId: string | null;
  /** No personal data beyond ids, no secrets. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export interface EnqueueOptions {
  /** A job with the same key that has not begun yet is replaced. */
  readonly key?: string;
  readonly runAt?: Date;
}

/** Answer of a route that gives a file. The content is opened after the transaction has ended. */
export interface FileAnswer {
  readonly mediaType: string;
  /** As the browser should save it; null: show it in place. */
  readonly name: string | null;
  readonly content: () => Promise<Readable>;
  /** The content is compressed like this already. */
  readonly encoding?: "gzip";
  readonly etag?: string;
}

export type Answer<R extends Route> = R["reply"] extends { kind: "file" }
  ? FileAnswer
  : R["reply"] extends { kind: "none" }
    ? undefined
    : AnswerOf<R>;

/** A route with what it does. */
export type HandledRoute = TransactedRoute | DirectRoute;

export interface TransactedRoute {
  readonly kind: "transacted";
  readonly route: Route;
  /** Receives what was uploaded before the transaction begins; only for multipart routes. */
  readonly receive?: Receive;
  /** Runs before the transaction: what has to be kept even if the call fails, or takes too long to hold one open. */
  readonly guard?: (door: Door) => Promise<unknown>;
  readonly run: (call: Call, received: unknown) => Promise<unknown>;
}

/** A call of a route that opens no transaction: it looks after its own, and leaves no audit entry. */
export type DirectCall<R extends Route = Route> = Pick<Call<R>, "params" | "query" | "body" | "now" | "requestId">;

/** What respondents call: public, without cookies, many times a second. It has limits of its own. */
export interface DirectRoute {
  readonly kind: "direct";
  readonly route: Route;
  /** Runs before the schema is asked, on what nobody has checked yet.
   *  @throws ProblemError where a fault has a name of its own */
  readonly check?: (given: { readonly params: unknown; readonly body: unknown }) => void;
  readonly run: (call: DirectCall) => Promise<unknown>;
}

/** Parts of a multipart request in their order. Files are streams that must be consumed before the next part comes. */
export type Part =
  | { readonly kind: "field"; readonly name: string; readonly value: string }
  | { readonly kind: "file"; readonly name: string; readonly fileName: string; readonly content: Readable };
/** @param scope of whoever sends it */
export type Receive = (parts: AsyncIterable<Part>, scope: Scope) => Promise<unknown>;

export function handle<R extends Route & { readonly access: SignedInAccess }>(
  route: R,
  run: (call: Call<R>) => Promise<Answer<R>>,
): HandledRoute {
  return { kind: "transacted", route, run: run as TransactedRoute["run"] };
}

/** Whoever calls is known. */
type SignedInAccess = Exclude<Access, { readonly kind: "public" }>;

export function handleUpload<R extends Route & { readonly access: SignedInAccess }, Received>(
  route: R,
  receive: (parts: AsyncIterable<Part>, scope: Scope) => Promise<Received>,
  run: (call: Call<R>, received: Received) => Promise<Answer<R>>,
): HandledRoute {
  return { kind: "transacted", route, receive, run: run as TransactedRoute["run"] };
}

/** A route that anybody may call. */
export function handlePublic<R extends Route>(
  route: R,
  run: (call: PublicCall<R>) => Promise<Answer<R>>,
): HandledRoute {
  return { kind: "transacted", route, run: run as TransactedRoute["run"] };
}

/** A route with something before its transaction: attempts are counted whether they succeed or not, long work is done. */
export function handleGuarded<R extends Route, Passed>(
  route: R,
  guard: (door: Door<R>) => Promise<Passed>,
  run: (call: R["access"] extends { kind: "public" } ? PublicCall<R> : Call<R>, passed: Passed) => Promise<Answer<R>>,
): HandledRoute {
  return {
    kind: "transacted",
    route,
    guard: guard as TransactedRoute["guard"] & {},
    run: run as TransactedRoute["run"],
  };
}

/** A public route whose handler commits what it keeps by itself: there is nothing to audit and nobody to ask for rights. */
export function handleDirect<R extends Route & { readonly access: { readonly kind: "public" } }>(
  route: R,
  run: (call: DirectCall<R>) => Promise<Answer<R>>,
  check?: DirectRoute["check"],
): HandledRoute {
  return { kind: "direct", route, run: run as DirectRoute["run"], ...(check !== undefined && { check }) };
}
