import { auditRoutes } from "./audit/routes.ts";
import type { Ground } from "./ground.ts";
import type { HandledRoute } from "./http/call.ts";
import { identityRoutes } from "./identity/routes.ts";
import { organisationRoutes } from "./organisation/routes.ts";
import { programmeRoutes } from "./programme/routes.ts";
import { resultsRoutes } from "./report/routes.ts";
import { responseRoutes } from "./response/routes.ts";
import { studyRoutes } from "./study/routes.ts";

/** The routes of all nouns. The matrix of rights fails where one of the contract is missing. */
export function allRoutes(ground: Ground): readonly HandledRoute[] {
  return [
    ...identityRoutes(ground),
    ...organisationRoutes(ground),
    ...auditRoutes(ground),
    ...programmeRoutes(ground),
    ...studyRoutes(ground),
    ...responseRoutes(ground),
    ...resultsRoutes(ground),
  ];
}
