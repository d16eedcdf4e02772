import { useQuery } from "@tanstack/react-query";
import { Outlet, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { isProblem } from "../call/call-error.ts";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { SkeletonRows } from "../controls/skeleton.tsx";
import { sessionQuery } from "../session/session-query.ts";
import { ConnectionNotice } from "./connection-notice.tsx";
import { Shell } from "./shell.tsx";

/** Everything behind the sign-in. Who is not signed in goes there, and comes back to where they wanted to go. */
export function SignedIn() {
  const session = useQuery({ ...sessionQuery, staleTime: 60_000 });
  if (session.data !== undefined) {
    return (
      <Shell session={session.data}>
        <Outlet />
      </Shell>
    );
  }
  if (isProblem(session.error, "not-signed-in")) return <ToSignIn />;
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

/** Goes to the sign-in, once, from the address one came to. */
function ToSignIn() {
  const router = useRouter();
  useEffect(() => {
    const { href, pathname } = router.state.location;
    // On its way there already: this page is drawn once more before the other takes its place.
    if (pathname === "/sign-in") return;
    const search = href === "/" || href === "/programmes" ? {} : { returnTo: href };
    void router.navigate({ to: "/sign-in", search, replace: true });
  }, [router]);
  return null;
}
