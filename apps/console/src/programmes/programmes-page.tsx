import "./programmes.css";
import { listProgrammes, type Programme } from "@manyi/contract/programme/programmes";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { routeQuery } from "../call/use-route.ts";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { PageHeading } from "../controls/page-heading.tsx";
import { SkeletonLine } from "../controls/skeleton.tsx";
import { useMessages } from "../language/use-language.ts";
import { may, useSession } from "../session/session-query.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { ProgrammeRow } from "./programme-row.tsx";

const page = getRouteApi("/signed-in/programmes");

/** All programmes one may see, each with its headline on one common scale. */
export function ProgrammesPage() {
  const words = useMessages({ zh, en });
  const session = useSession();
  const { archived } = page.useSearch();
  const programmes = useQuery(routeQuery(listProgrammes, { query: archived === undefined ? {} : { archived } }));
  const mayBegin = may(session, "programme:edit") || may(session, "study:import");
  return (
    <div className="page">
      <div className="page-head">
        <PageHeading title={archived === "only" ? words.archivedTitle : words.title} />
        {mayBegin && archived === undefined ? (
          <div className="row">
            {may(session, "study:import") ? (
              <Link to="/import" className="button">
                {words.importStudy}
              </Link>
            ) : null}
            {may(session, "programme:edit") && programmes.data?.entries.length !== 0 ? (
              <Link to="/new-programme" className="button primary">
                {words.newProgramme}
              </Link>
            ) : null}
          </div>
        ) : null}
      </div>
      <FailureNotice error={programmes.error} onRetry={() => void programmes.refetch()} />
      {programmes.isPending ? <LoadingList /> : null}
      {programmes.data === undefined ? null : <List entries={programmes.data.entries} archived={archived === "only"} />}
      <p className="list-foot">
        {archived === "only" ? (
          <Link to="/programmes">{words.backToList}</Link>
        ) : (
          <Link to="/programmes" search={{ archived: "only" }}>
            {words.showArchived}
          </Link>
        )}
      </p>
    </div>
  );
}

function List({ entries, archived }: { readonly entries: readonly Programme[]; readonly archived: boolean }) {
  const words = useMessages({ zh, en });
  const session = useSession();
  if (entries.length > 0) {
    return (
      <ul className="programmes" aria-label={words.title}>
        {entries.map((programme) => (
          <ProgrammeRow key={programme.id} programme={programme} />
        ))}
      </ul>
    );
  }
  if (archived) return <p className="empty muted">{words.noneArchived}</p>;
  return (
    <div className="empty">
      <h2>{words.emptyTitle}</h2>
      {may(session, "programme:edit") ? (
        <>
          <p>{words.emptyHow}</p>
          <ol className="first-steps">
            {words.firstSteps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <Link to="/new-programme" className="button primary">
            {words.newFirst}
          </Link>
        </>
      ) : may(session, "study:import") ? (
        <>
          <p>{words.emptyImport}</p>
          <Link to="/import" className="button primary">
            {words.importFirst}
          </Link>
        </>
      ) : (
        <p>{words.emptyAsk}</p>
      )}
    </div>
  );
}

function LoadingList() {
  return (
    <div className="programmes" aria-hidden="true">
      {[62, 48, 55].map((width) => (
        <div className="programme-row" key={width}>
          <div>
            <SkeletonLine width={`${width}%`} height={20} />
            <SkeletonLine width="38%" height={14} />
          </div>
          <SkeletonLine width="100%" height={14} />
          <SkeletonLine width="90px" height={28} />
        </div>
      ))}
    </div>
  );
}
