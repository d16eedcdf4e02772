/**
 * One request as the nouns see it: checked input, the caller's scope, one transaction. What a handler writes, audits and
 * enqueues is committed together or not at all; a `ProblemError` rolls all of it back.
 */

import type { Readable } from "node:stream";
import type { AnswerOf, BodyOf, ParamsOf, QueryOf, Route } from "@manyi/contract/route/route";
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
  /** Says what an audited route did; each of them calls it exactly once before it returns. */
  audit(entry: AuditNote): Promise<void>;
  enqueue<Name extends JobName>(name: Name, payload: JobMap[Name], options?: EnqueueOptions): Promise<void>;
}

export interface AuditNote {
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
export interface HandledRoute {
  readonly route: Route;
  /** Receives what was uploaded before the transaction begins; only for multipart routes. */
  readonly receive?: Receive;
  readonly run: (call: Call, received: unknown) => Promise<unknown>;
}

/** Parts of a multipart request in their order. Files are streams that must be consumed before the next part comes. */
export type Part =
  | { readonly kind: "field"; readonly name: string; readonly value: string }
  | { readonly kind: "file"; readonly name: string; readonly fileName: string; readonly content: Readable };
export type Receive = (parts: AsyncIterable<Part>) => Promise<unknown>;

export function handle<R extends Route>(route: R, run: (call: Call<R>) => Promise<Answer<R>>): HandledRoute {
  return { route, run: run as HandledRoute["run"] };
}

export function handleUpload<R extends Route, Received>(
  route: R,
  receive: (parts: AsyncIterable<Part>) => Promise<Received>,
  run: (call: Call<R>, received: Received) => Promise<Answer<R>>,
): HandledRoute {
  return { route, receive, run: run as HandledRoute["run"] };
}
