/** Who sent a request, and whether they may call the route at all. */
import { ProblemError } from "@manyi/contract/problem/problem";
import type { Access } from "@manyi/contract/route/route";
import type { FastifyRequest } from "fastify";
import { mayAnywhere } from "../rights/policy.ts";
import type { Caller } from "./caller.ts";
import type { WebParts } from "./web-parts.ts";

/** Asked when the headers are there, so that strangers send nothing, and again when the body is: whoever sends it slowly must
 *  not act an hour later with rights that were taken away meanwhile.
 *  @throws ProblemError not-signed-in, not-permitted, second-factor-required */
export async function admit(request: FastifyRequest, access: Access, parts: WebParts): Promise<void> {
  if (access.kind === "public") return;
  const caller = await parts.authenticate({
    authorization: request.headers.authorization,
    cookie: request.headers.cookie,
  });
  if (caller === null) throw new ProblemError("not-signed-in", {});
  request.caller = { ...caller, cookies: [...(request.caller?.cookies ?? []), ...caller.cookies] };
  checkAccess(caller, access);
}

function checkAccess({ scope }: Caller, access: Access): void {
  if (access.kind === "signed-in") {
    // A key has no profile and no sessions.
    if (scope.actor.kind === "key") throw new ProblemError("not-permitted", { permission: "session" });
    return;
  }
  if (access.kind === "public") return;
  const { permission } = access;
  if (!mayAnywhere(scope, permission)) throw new ProblemError("not-permitted", { permission });
  if (access.kind === "second-factor" && !scope.secondFactor) throw new ProblemError("second-factor-required", {});
}
