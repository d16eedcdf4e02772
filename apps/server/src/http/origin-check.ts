import { ProblemError } from "@manyi/contract/problem/problem";
import type { FastifyRequest } from "fastify";

const READING = new Set(["GET", "HEAD", "OPTIONS"]);

/** Refuses what changes something and was not sent by a page of ours. A browser says where a request comes from in `Origin`
 *  or `Sec-Fetch-Site`, which pages cannot set; whoever says neither is no page and uses a key. Requests with a key carry no
 *  cookie, so nobody can borrow it.
 *  @throws ProblemError origin-refused */
export function checkOrigin(request: FastifyRequest, expected: string): void {
  if (READING.has(request.method) || request.headers.authorization !== undefined) return;
  const { origin } = request.headers;
  const site = request.headers["sec-fetch-site"];
  const ours = origin === undefined ? site === "same-origin" : origin === expected && (site ?? SAME) === SAME;
  if (!ours) throw new ProblemError("origin-refused", { expected });
}

const SAME = "same-origin";
