import type { onRequestAsyncHookHandler } from "fastify";
import type { SharedLimit } from "./web-parts.ts";

const MINUTE_MS = 60_000;

/** A limit that several routes share. The library counts separately each time it is asked for one, and asks for a group's name only
 *  where a limit stands in a route's configuration.
 *  @param max requests a minute from one address
 *  @returns a hook, the same for whichever app asks; the library must be registered by then */
export function oneLimit(max: number): SharedLimit {
  let hook: onRequestAsyncHookHandler | undefined;
  return (app) => {
    hook ??= app.rateLimit({ max, timeWindow: MINUTE_MS });
    return hook;
  };
}
