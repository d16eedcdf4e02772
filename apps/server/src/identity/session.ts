import { permissions } from "@manyi/contract/rights/permission";
import { roles } from "@manyi/contract/rights/role";
import { readSession, type Session } from "@manyi/contract/session/session";
import type { Ground } from "../ground.ts";
import { type Call, type HandledRoute, handle } from "../http/call.ts";
import { mayAnywhere } from "../rights/policy.ts";
import { readSessionParts } from "./queries.ts";

export function sessionRoute(ground: Ground): HandledRoute {
  return handle(readSession, (call) => describeSession(call, ground.config.smtp !== null));
}

async function describeSession(
  { scope, tx }: Pick<Call, "scope" | "tx">,
  mailConfigured: Session["mailConfigured"],
): Promise<Session> {
  const { user, memberships } = await readSessionParts(tx, scope.actor.id);
  return {
    user: {
      id: user.id,
      name: user.name,
      email: user.email,
      language: user.language,
      secondFactor: user.twoFactorEnabled === true,
    },
    organisation: { id: user.organisationId, name: user.organisationName, timeZone: user.time_zone },
    memberships: memberships.flatMap(({ role, unitId, unitName }) => {
      const known = roles.find((it) => it === role);
      return known === undefined ? [] : [{ role: known, unitId, unitName }];
    }),
    permissions: permissions.filter((permission) => mayAnywhere(scope, permission)),
    secondFactorMissing: !scope.secondFactor,
    mailConfigured,
  };
}
