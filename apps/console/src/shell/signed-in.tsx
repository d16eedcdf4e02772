import { useQuery } from "@tanstack/react-query";
import { Navigate, Outlet, useLocation } from "@tanstack/react-router";
import { isProblem } from "../call/call-error.ts";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { SkeletonRows } from "../controls/skeleton.tsx";
import { sessionQuery } from "../session/session-query.ts";
import { ConnectionNotice } from "./connection-notice.tsx";
import { Shell } from "./shell.tsx";

/** Everything behind the sign-in. Who is not signed in goes there, and comes back to where they wanted to go. */
export function SignedIn() {
  const session = useQuery({ ...sessionQuery, staleTime: 60_000 });
  const location = useLocation();
  if (session.data !== undefined) {
    return (
      <Shell session={session.data}>
        <Outlet />
      </Shell>
    );
  }
  if (isProblem(session.error, "not-signed-in")) {
    const returnTo = location.href === "/" || location.href === "/programmes" ? {} : { returnTo: location.href };
    return <Navigate to="/sign-in" search={returnTo} replace />;
  }
  return (
    <main className="page">
      <ConnectionNotice />
      {session.error === null ? (
        <SkeletonRows rows={6} />
      ) : (
        <FailureNotice error={session.error} onRetry={() => void session.refetch()} />
      )}
    </main>
  );
}
