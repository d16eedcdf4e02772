import type { FastifyInstance, onRequestAsyncHookHandler } from "fastify";

const MINUTE_MS = 60_000;

/** A limit that several routes share. The library counts separately for each time it is asked for a limit, whatever the group is
 *  called.
 *  @param max requests a minute from one address
 *  @returns a hook, the same for whichever app asks; the library must be registered by then */
export function oneLimit(max: number): (app: FastifyInstance) => onRequestAsyncHookHandler {
  let hook: onRequestAsyncHookHandler | undefined;
  return (app) => {
    hook ??= app.rateLimit({ max, timeWindow: MINUTE_MS });
    return hook;
  };
}
