import type { onRequestHookHandler } from "fastify";
import { HALF_A_YEAR_SECONDS } from "./security-headers.ts";

/** The headers of JSON that programs and scripts read, put together once: the general way does so for every answer.
 *  @param origin under which the server is reached */
export function setDirectHeaders(origin: string): onRequestHookHandler {
  const headers: Readonly<Record<string, string>> = {
    "content-security-policy": "default-src 'none';frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    ...(origin.startsWith("https://") && { "strict-transport-security": `max-age=${HALF_A_YEAR_SECONDS}` }),
  };
  return (_request, reply, done) => {
    reply.headers(headers);
    done();
  };
}
