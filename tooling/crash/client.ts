/** Somebody who works with the product over HTTP, through crashes. */
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
}

const PATIENCE_MS = 20_000;
/** The product says so itself with 503; a port that is closed says it without words. */
const AWAY = new Set([502, 503, 504]);

/** @throws Error if it does not let the administrator in */
export async function signIn(origin: () => string, email: string, password: string): Promise<Client> {
  let cookie = "";
  const send = async (method: string, path: string, init: RequestInit): Promise<Outcome> => {
    try {
      const answer = await fetch(origin() + path, {
        ...init,
        method,
        headers: { ...init.headers, cookie, origin: origin(), "accept-language": "en" },
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const kept = answer.headers.getSetCookie().map((line) => line.split(";")[0] ?? "");
      if (kept.length > 0) cookie = kept.join("; ");
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
  const entered = await json("POST", "/api/session/sign-in", { email, password });
  if (entered.kind !== "done") throw new Error(`sign-in: ${JSON.stringify(entered)}`);
  return { send: json, upload: (path, form) => send("POST", path, { body: form }), read };
}
