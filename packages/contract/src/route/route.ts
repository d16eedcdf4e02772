/**
 * One route of the HTTP interface as a value: the server registers it, the console calls it, the OpenAPI document and the
 * test matrix of rights are made from it. What is not described by a route does not exist.
 */
import { type Static, type TSchema, Type } from "typebox";
import type { Permission } from "../rights/permission.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Who may call: anybody; whoever is signed in, about themselves; whoever holds the permission for the object's unit.
 *  `second-factor`: the permission, in a session that has passed a second factor. */
export type Access =
  | { readonly kind: "public" }
  | { readonly kind: "signed-in" }
  | { readonly kind: "permission"; readonly permission: Permission }
  | { readonly kind: "second-factor"; readonly permission: Permission };

/** What comes back: JSON, nothing, or a file that is streamed. */
export type Reply<Body extends TSchema> =
  | { readonly kind: "json"; readonly status: 200 | 201 | 202; readonly body: Body }
  | { readonly kind: "none" }
  | { readonly kind: "file"; readonly mediaTypes: readonly string[] };

export interface Route<
  Params extends TSchema = TSchema,
  Query extends TSchema = TSchema,
  Body extends TSchema = TSchema,
  Answer extends TSchema = TSchema,
> {
  /** Unique; the name of the operation in OpenAPI: `listProgrammes`. */
  readonly name: string;
  readonly method: Method;
  /** `/api/programmes/:programmeId`. */
  readonly path: string;
  /** What it does, in a sentence. */
  readonly summary: string;
  readonly tag: string;
  readonly access: Access;
  readonly params: Params;
  readonly query: Query;
  /** `Type.Null()` where none is taken. */
  readonly body: Body;
  /** `multipart`: the body is files; `body` then describes nothing. */
  readonly bodyKind: "json" | "none" | "multipart";
  readonly reply: Reply<Answer>;
  /** Leaves an audit entry of this action; null for reading. */
  readonly audited: string | null;
  /** Work that saves itself again and again: somebody's calls about one object within so many minutes leave one entry, with the
   *  first of them. Null: each call leaves its own. */
  readonly auditedOnceInMinutes: number | null;
}

const nothing = Type.Object({}, { additionalProperties: false });
type Nothing = typeof nothing;
const noBody = Type.Null();
type NoBody = typeof noBody;

interface RouteShape<
  P extends TSchema,
  Q extends TSchema,
  B extends TSchema,
  Given extends Reply<TSchema>,
  Who extends Access,
> {
  readonly name: string;
  readonly summary: string;
  readonly tag: string;
  readonly access: Who;
  readonly audited?: string;
  readonly auditedOnceInMinutes?: number;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly bodyKind?: "multipart";
  readonly reply: Given;
}

/** A route whose type still says who may call it and what kind of answer it gives: handlers are checked against both. */
type KnownRoute<
  P extends TSchema,
  Q extends TSchema,
  B extends TSchema,
  Given extends Reply<TSchema>,
  Who extends Access,
> = Route<P, Q, B> & { readonly reply: Given; readonly access: Who };

/** @param place method and path, `GET /api/programmes/:programmeId` */
export function route<
  Given extends Reply<TSchema>,
  Who extends Access,
  P extends TSchema = Nothing,
  Q extends TSchema = Nothing,
  B extends TSchema = NoBody,
>(place: `${Method} /${string}`, shape: RouteShape<P, Q, B, Given, Who>): KnownRoute<P, Q, B, Given, Who> {
  const [method, path] = place.split(" ") as [Method, string];
  return {
    name: shape.name,
    method,
    path,
    summary: shape.summary,
    tag: shape.tag,
    access: shape.access,
    params: shape.params ?? (nothing as TSchema as P),
    query: shape.query ?? (nothing as TSchema as Q),
    body: shape.body ?? (noBody as TSchema as B),
    bodyKind: shape.bodyKind ?? (shape.body === undefined ? "none" : "json"),
    reply: shape.reply,
    audited: shape.audited ?? null,
    auditedOnceInMinutes: shape.auditedOnceInMinutes ?? null,
  };
}

export function json<Body extends TSchema>(body: Body): { kind: "json"; status: 200; body: Body } {
  return { kind: "json", status: 200, body };
}

export function created<Body extends TSchema>(body: Body): { kind: "json"; status: 201; body: Body } {
  return { kind: "json", status: 201, body };
}

export const noContent = { kind: "none" } as const satisfies Reply<NoBody>;

export function file(...mediaTypes: readonly string[]): { kind: "file"; mediaTypes: readonly string[] } {
  return { kind: "file", mediaTypes };
}

export const anybody = { kind: "public" } as const satisfies Access;
export const signedIn = { kind: "signed-in" } as const satisfies Access;

export function permitted(permission: Permission): { kind: "permission"; permission: Permission } {
  return { kind: "permission", permission };
}

export function permittedWithSecondFactor(permission: Permission): { kind: "second-factor"; permission: Permission } {
  return { kind: "second-factor", permission };
}

export type ParamsOf<R extends Route> = Static<R["params"]>;
export type QueryOf<R extends Route> = Static<R["query"]>;
export type BodyOf<R extends Route> = Static<R["body"]>;
export type AnswerOf<R extends Route> = R["reply"] extends { kind: "json"; body: infer B extends TSchema }
  ? Static<B>
  : null;
