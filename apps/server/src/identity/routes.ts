import type { Ground } from "../ground.ts";
import type { HandledRoute } from "../http/call.ts";
import { openAttempts } from "./attempts.ts";
import { profileRoutes } from "./profile.ts";
import { resetRoutes } from "./reset.ts";
import { sessionRoute } from "./session.ts";
import { signInRoutes } from "./sign-in.ts";

export function identityRoutes(ground: Ground): readonly HandledRoute[] {
  const attempts = openAttempts(ground.database, ground.secret);
  return [
    sessionRoute(ground),
    ...signInRoutes(ground, attempts),
    ...resetRoutes(ground, attempts),
    ...profileRoutes(ground, attempts),
  ];
}
