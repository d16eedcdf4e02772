import { readResultsState } from "@manyi/contract/results/results";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { routeQuery } from "../call/use-route.ts";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { SelectField } from "../controls/field.tsx";
import { SkeletonRows } from "../controls/skeleton.tsx";
import { minute } from "../format/date.ts";
import { count } from "../format/number.ts";
import { textIn } from "../language/local-text.ts";
import { useLanguage, useMessages } from "../language/use-language.ts";
import { useProgramme } from "../programme/use-programme.ts";
import { useSession } from "../session/session-query.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { ReportFiles } from "./report-files.tsx";

const page = getRouteApi("/signed-in/programmes/$programmeId/report");

/** The report to hand on: for which wave, in which language, in which form. */
export function ReportPage() {
  const words = useMessages({ zh, en });
  const language = useLanguage();
  const programme = useProgramme();
  const { timeZone } = useSession().organisation;
  const which = page.useSearch();
  const navigate = page.useNavigate();
  const state = useQuery({
    ...routeQuery(readResultsState, { params: { programmeId: programme.id }, query: which }),
    refetchInterval: ({ state: { data } }) =>
      data?.kind === "computing" || (data?.kind === "ready" && data.stale) ? 1_000 : false,
  });
  const { data } = state;
  return (
    <div className="stack measure">
      {programme.waves.length < 2 ? null : (
        <div className="filters">
          <SelectField
            label={words.wave}
            value={which.wave ?? ""}
            options={[
              { value: "", text: words.allWaves },
              ...programme.waves.map(({ id, name }) => ({ value: id, text: textIn(name, language) })),
            ]}
            onChoose={(wave) => void navigate({ search: wave === "" ? {} : { wave } })}
          />
        </div>
      )}
      <FailureNotice error={state.error} onRetry={() => void state.refetch()} />
      {state.isPending || data?.kind === "computing" ? <SkeletonRows rows={4} /> : null}
      {data?.kind === "failed" ? <p>{words.failed(data.problem)}</p> : null}
      {data?.kind === "empty" ? (
        <div className="empty">
          <h2>{words.emptyTitle}</h2>
          <p>{words.empty}</p>
        </div>
      ) : null}
      {data?.kind === "ready" ? (
        <>
          <p>
            {words.basis(count(data.respondents), minute(data.computedAt, timeZone))}{" "}
            <Link to="/programmes/$programmeId" params={{ programmeId: programme.id }} search={which}>
              {words.readHere}
            </Link>
          </p>
          <ReportFiles programmeId={programme.id} which={which} />
        </>
      ) : null}
    </div>
  );
}
