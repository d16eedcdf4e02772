import { readSession, type Session } from "@manyi/contract/session/session";
import { useSuspenseQuery } from "@tanstack/react-query";
import { routeQuery } from "../call/use-route.ts";

/** Who is signed in. A 401 is the answer that nobody is. */
export const sessionQuery = routeQuery(readSession, {});

/** The session inside the signed-in pages: there it is always known. */
export function useSession(): Session {
  return useSuspenseQuery({ ...sessionQuery, staleTime: 60_000 }).data;
}

/** Whether somebody may do something anywhere at all; whether here, the server decides. */
export function may(session: Session, permission: Session["permissions"][number]): boolean {
  return session.permissions.includes(permission);
}
