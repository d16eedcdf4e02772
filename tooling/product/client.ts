/** Somebody who works with the product over HTTP, also through crashes. */
import { setTimeout as pause } from "node:timers/promises";

/** What became of a request. `unknown`: the connection broke or the product was away: it may have been done or not. */
export type Outcome =
  | { readonly kind: "done"; readonly body: unknown }
  | { readonly kind: "refused"; readonly status: number; readonly body: unknown }
  | { readonly kind: "unknown" };

export interface Client {
  send(method: string, path: string, body?: unknown): Promise<Outcome>;
  upload(path: string, form: FormData): Promise<Outcome>;
  /** As often as it takes until there is an answer; only for what changes nothing. */
  read(path: string): Promise<unknown>;
  /** A file as it comes. @throws Error if it does not come */
  file(path: string): Promise<Buffer>;
}

const PATIENCE_MS = 20_000;
/** The product says so itself with 503; a port that is closed says it without words. */
const AWAY = new Set([502, 503, 504]);

/** @param origin asked for each request
 *  @returns somebody who is not signed in yet */
export function openClient(origin: () => string): Client {
  const cookies = new Map<string, string>();
  const ask = async (method: string, path: string, init: RequestInit): Promise<Response> => {
    const answer = await fetch(origin() + path, {
      ...init,
      method,
      headers: { ...init.headers, cookie: cookieLine(cookies), origin: origin(), "accept-language": "en" },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    for (const line of answer.headers.getSetCookie()) keepCookie(cookies, line);
    return answer;
  };
  const send = async (method: string, path: string, init: RequestInit): Promise<Outcome> => {
    try {
      const answer = await ask(method, path, init);
      const text = await answer.text();
      if (AWAY.has(answer.status)) return { kind: "unknown" };
      const body: unknown = text === "" ? null : JSON.parse(text);
      if (answer.status === 429) {
        await pause(1_000 * Number(answer.headers.get("retry-after") ?? 1));
        return send(method, path, init);
      }
      return answer.ok ? { kind: "done", body } : { kind: "refused", status: answer.status, body };
    } catch {
      return { kind: "unknown" };
    }
  };
  const json = (method: string, path: string, body?: unknown) =>
    send(method, path, {
      ...(body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
  const read = async (path: string): Promise<unknown> => {
    for (;;) {
      const outcome = await json("GET", path);
      if (outcome.kind === "done") return outcome.body;
      if (outcome.kind === "refused") throw new Error(`GET ${path}: ${outcome.status} ${JSON.stringify(outcome.body)}`);
      await pause(100);
    }
  };
  const file = async (path: string): Promise<Buffer> => {
    const answer = await ask("GET", path, {});
    const content = Buffer.from(await answer.arrayBuffer());
    if (!answer.ok) throw new Error(`GET ${path}: ${answer.status} ${content.toString("utf8")}`);
    return content;
  };
  return { send: json, upload: (path, form) => send("POST", path, { body: form }), read, file };
}

/** @throws Error if it does not let one in with the password alone */
export async function signIn(origin: () => string, email: string, password: string): Promise<Client> {
  const client = openClient(origin);
  const entered = await client.send("POST", "/api/session/sign-in", { email, password });
  if (entered.kind !== "done") throw new Error(`sign-in: ${JSON.stringify(entered)}`);
  return client;
}

function cookieLine(cookies: ReadonlyMap<string, string>): string {
  return [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
}

function keepCookie(cookies: Map<string, string>, line: string): void {
  const [pair = ""] = line.split(";");
  const [name = "", ...value] = pair.split("=");
  if (/max-age=0(;|$)/i.test(line)) cookies.delete(name);
  else cookies.set(name, value.join("="));
}
