import "./programme.css";
import { readProgramme } from "@manyi/contract/programme/programmes";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, Outlet } from "@tanstack/react-router";
import { isProblem } from "../call/call-error.ts";
import { routeQuery } from "../call/use-route.ts";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { Notice } from "../controls/notice.tsx";
import { PageHeading } from "../controls/page-heading.tsx";
import { SkeletonRows } from "../controls/skeleton.tsx";
import { textIn } from "../language/local-text.ts";
import { useLanguage, useMessages } from "../language/use-language.ts";
import { NotFound } from "../shell/not-found.tsx";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { NextStepLine } from "./next-step-line.tsx";
import { ProcessRail } from "./process-rail.tsx";
import { isCollecting } from "./stages.ts";

const lookAgainMs = 5_000;
const page = getRouteApi("/signed-in/programmes/$programmeId");

/** What all pages of a programme have on top. */
export function ProgrammePage() {
  const words = useMessages({ zh, en });
  const language = useLanguage();
  const { programmeId } = page.useParams();
  const programme = useQuery({
    ...routeQuery(readProgramme, { params: { programmeId } }),
    // While answers come in, the states of the stages say so by themselves.
    refetchInterval: ({ state }) => (isCollecting(state.data?.waves ?? []) ? lookAgainMs : false),
  });
  if (isProblem(programme.error, "not-found")) return <NotFound />;
  if (programme.data === undefined) {
    return (
      <div className="page">
        <PageHeading title={words.loading} />
        <FailureNotice error={programme.error} onRetry={() => void programme.refetch()} />
        {programme.isPending ? <SkeletonRows rows={7} /> : null}
      </div>
    );
  }
  const { name, unitName, archivedAt, may } = programme.data;
  const here = { params: { programmeId }, activeProps: { "aria-current": "page" } } as const;
  return (
    <div className="page programme">
      <div className="programme-head">
        <p className="muted screen-only">
          <Link to="/programmes">{words.programmes}</Link> / {textIn(unitName, language)}
        </p>
        <PageHeading title={textIn(name, language)} />
      </div>
      <nav className="process screen-only" aria-label={words.pages}>
        <ProcessRail programme={programme.data} />
        <div className="beside">
          {may.readResponses ? (
            <Link to="/programmes/$programmeId/responses" activeOptions={{ includeSearch: false }} {...here}>
              {words.responses}
            </Link>
          ) : null}
          <Link to="/programmes/$programmeId/about" {...here}>
            {words.about}
          </Link>
        </div>
      </nav>
      <NextStepLine programme={programme.data} />
      {archivedAt === null ? null : <Notice tone="note">{words.archived}</Notice>}
      <Outlet />
    </div>
  );
}
