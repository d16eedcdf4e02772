import { auditRoutes } from "./audit/routes.ts";
import { type Collection, openCollection } from "./collection/open-collection.ts";
import { collectionRoutes } from "./collection/routes.ts";
import { fieldworkRoutes } from "./fieldwork/routes.ts";
import type { Ground } from "./ground.ts";
import type { HandledRoute } from "./http/call.ts";
import { identityRoutes } from "./identity/routes.ts";
import { organisationRoutes } from "./organisation/routes.ts";
import { programmeRoutes } from "./programme/routes.ts";
import { questionnaireRoutes } from "./questionnaire/routes.ts";
import { resultsRoutes } from "./report/routes.ts";
import { responseRoutes } from "./response/routes.ts";
import { studyRoutes } from "./study/routes.ts";

/** The routes of all nouns. The matrix of rights fails where one of the contract is missing.
 *  @param collection what takes in respondents' answers; whoever gave it ends it */
export function allRoutes(ground: Ground, collection: Collection = openCollection(ground)): readonly HandledRoute[] {
  return [
    ...identityRoutes(ground),
    ...organisationRoutes(ground),
    ...auditRoutes(ground),
    ...programmeRoutes(ground),
    ...questionnaireRoutes(ground),
    ...collectionRoutes(collection.intake),
    ...fieldworkRoutes(ground),
    ...studyRoutes(ground),
    ...responseRoutes(ground),
    ...resultsRoutes(ground),
  ];
}
