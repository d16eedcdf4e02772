import type { Ground } from "../ground.ts";
import type { HandledRoute } from "../http/call.ts";
import { apiKeyRoutes } from "./api-keys.ts";
import { memberRoutes } from "./members.ts";
import { organisationOwnRoutes } from "./organisation.ts";
import { unitRoutes } from "./units.ts";

export function organisationRoutes(ground: Ground): readonly HandledRoute[] {
  return [...organisationOwnRoutes, ...unitRoutes, ...memberRoutes(ground), ...apiKeyRoutes];
}
