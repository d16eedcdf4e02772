/**
 * The only way to the server: a route of the contract, called with what that route takes. There are no addresses in the
 * scenes, so a route that changes is found by the type checker.
 */
import type { AnswerOf, BodyOf, ParamsOf, QueryOf, Route } from "@manyi/contract/route/route";
import { currentLanguage } from "../language/current-language.ts";
import { CallError, failureOf } from "./call-error.ts";
import { tellSessionEnded } from "./session-ended.ts";

type Part<Name extends string, Value> = keyof Value extends never
  ? { readonly [key in Name]?: undefined }
  : { readonly [key in Name]: Value };
type BodyPart<R extends Route> = BodyOf<R> extends null ? { readonly body?: undefined } : { readonly body: BodyOf<R> };

/** What a route takes. */
export type CallInput<R extends Route> = Part<"params", ParamsOf<R>> &
  Part<"query", QueryOf<R>> &
  BodyPart<R> & { readonly signal?: AbortSignal };

/** Calls a route that answers with JSON or with nothing.
 *  @throws CallError for everything that is no success, also where the server cannot be reached */
export async function call<R extends Route>(route: R, input: CallInput<R>): Promise<AnswerOf<R>> {
  const body = input.body === undefined ? null : JSON.stringify(input.body);
  const response = await send(route, input, body, body === null ? {} : { "content-type": "application/json" });
  if (response.status === 204) return null as AnswerOf<R>;
  return (await readBody(response, () => response.json())) as AnswerOf<R>;
}

/** Uploads files. The browser writes the content type: it knows the boundary between the parts. */
export async function upload<R extends Route>(route: R, parts: FormData, signal?: AbortSignal): Promise<AnswerOf<R>> {
  const response = await send(route, signal === undefined ? {} : { signal }, parts, {});
  return (await readBody(response, () => response.json())) as AnswerOf<R>;
}

/** A file that a route gives, with the name the server wants it to have. */
export async function callFile<R extends Route>(route: R, input: CallInput<R>): Promise<{ blob: Blob; name: string }> {
  const response = await send(route, input, null, {});
  const blob = await readBody(response, () => response.blob());
  return { blob, name: nameOf(response.headers.get("content-disposition")) ?? lastPart(route.path) };
}

/** A file of JSON, read. */
export async function callJsonFile<R extends Route>(route: R, input: CallInput<R>): Promise<unknown> {
  const response = await send(route, input, null, {});
  return readBody(response, () => response.json());
}

interface Where {
  readonly params?: object | undefined;
  readonly query?: object | undefined;
  readonly signal?: AbortSignal | undefined;
}

async function send(
  route: Route,
  { params, query, signal }: Where,
  body: BodyInit | null,
  headers: Record<string, string>,
): Promise<Response> {
  const request: RequestInit = {
    method: route.method,
    headers: { ...headers, accept: "*/*", "accept-language": currentLanguage() },
    credentials: "same-origin",
    body,
    signal: signal ?? null,
  };
  let response: Response;
  try {
    response = await fetch(addressOf(route, params ?? {}, query ?? {}), request);
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new CallError({ kind: "unreachable" }, { cause });
  }
  if (response.ok) return response;
  const failure = await failureOf(response);
  if (failure.kind === "problem" && failure.problem.code === "not-signed-in") tellSessionEnded();
  throw new CallError(failure);
}

/** The connection may break in the middle of an answer; what came is then worth nothing. */
async function readBody<Value>(response: Response, read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new CallError({ kind: "broken", status: response.status }, { cause });
  }
}

/** The address of a route with its parameters filled in; parameters that are undefined are left out. */
export function addressOf(route: Route, params: object, query: object): string {
  const values = new Map<string, unknown>(Object.entries(params));
  const path = route.path.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(String(values.get(name))));
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) asked.set(name, String(value));
  const text = asked.toString();
  return text === "" ? path : `${path}?${text}`;
}

function nameOf(disposition: string | null): string | null {
  if (disposition === null) return null;
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  return /filename="([^"]+)"/.exec(disposition)?.[1] ?? null;
}

function lastPart(path: string): string {
  return path.split("/").at(-1) ?? "file";
}
