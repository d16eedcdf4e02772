import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { PageHeading } from "../controls/page-heading.tsx";
import { useMessages } from "../language/use-language.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

/** A page that could not be drawn, also because a newer version has replaced its files. */
export function PageFailure({ error }: ErrorComponentProps) {
  const words = useMessages({ zh, en });
  const router = useRouter();
  const outdated = /dynamically imported module|module script/i.test(String(error));
  return (
    <main className="page stack">
      <PageHeading title={words.pageFailed} />
      {outdated ? (
        <div className="stack measure">
          <p>{words.newVersion}</p>
          <div>
            <button type="button" className="button primary" onClick={() => location.reload()}>
              {words.reload}
            </button>
          </div>
        </div>
      ) : (
        <FailureNotice error={error} onRetry={() => void router.invalidate()} />
      )}
    </main>
  );
}
