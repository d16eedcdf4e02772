import "./results.css";
import { readProgramme } from "@manyi/contract/programme/programmes";
import { type ResultsState, readReportDocument, readResultsState } from "@manyi/contract/results/results";
import type { ReportDocument } from "@manyi/reports/document/report-document";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { callJsonFile } from "../call/call.ts";
import { routeQuery } from "../call/use-route.ts";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { Notice } from "../controls/notice.tsx";
import { useLanguage, useMessages } from "../language/use-language.ts";
import { currentWave, isCollecting } from "../programme/stages.ts";
import { useProgramme } from "../programme/use-programme.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { ReportSkeleton } from "./report-skeleton.tsx";
import { ReportView } from "./report-view.tsx";
import { ResultsBar } from "./results-bar.tsx";

const page = getRouteApi("/signed-in/programmes/$programmeId/");
/** `fresh`: while a wave collects, newer answers may have come since. */
const askAgainMs = { computing: 1_000, stale: 700, fresh: 1_000 } as const;

/** The results of a programme or one wave of it: waits for them, shows them, and takes newer ones when they come. */
export function ResultsPage() {
  const words = useMessages({ zh, en });
  const { programmeId } = page.useParams();
  const which = page.useSearch();
  const programme = useProgramme();
  const collecting = isCollecting(programme.waves) ? "collecting" : "still";
  const state = useQuery({
    ...routeQuery(readResultsState, { params: { programmeId }, query: which }),
    refetchInterval: ({ state: { data } }) => nextLook(data, collecting),
  });
  const ready = state.data?.kind === "ready" ? state.data : null;
  const client = useQueryClient();
  const etag = ready?.etag;
  useEffect(() => {
    // Of other answers than before: what stands above them counts the same ones.
    if (etag !== undefined) void client.invalidateQueries({ queryKey: [readProgramme.name] });
  }, [client, etag]);
  return (
    <>
      <ResultsBar programme={programme} which={which} ready={ready} collecting={collecting} />
      <FailureNotice error={state.error} onRetry={() => void state.refetch()} />
      {state.data?.kind === "failed" ? (
        <Notice
          tone="failure"
          action={
            <Link to="/programmes/$programmeId/about" params={{ programmeId }}>
              {words.toAbout}
            </Link>
          }
        >
          {words.failed(state.data.problem)}
        </Notice>
      ) : null}
      {state.data?.kind === "empty" ? <NoResults wave={which.wave} /> : null}
      {state.data?.kind === "computing" ? (
        <p className="computing" role="status">
          {words.computing}
        </p>
      ) : null}
      {ready?.stale && collecting === "still" ? (
        <p className="computing" role="status">
          {words.stale}
        </p>
      ) : null}
      {ready === null ? null : <Report which={which} etag={ready.etag} />}
      {state.isPending || state.data?.kind === "computing" ? <ReportSkeleton /> : null}
    </>
  );
}

function nextLook(state: ResultsState | undefined, collecting: "collecting" | "still"): number | false {
  if (state?.kind === "computing") return askAgainMs.computing;
  if (state?.kind === "ready" && state.stale) return askAgainMs.stale;
  return collecting === "collecting" ? askAgainMs.fresh : false;
}

interface ReportProps {
  readonly which: { readonly wave?: string; readonly weight?: string };
  readonly etag: string;
}

function Report({ which, etag }: ReportProps) {
  const { programmeId } = page.useParams();
  const language = useLanguage();
  const place = [readReportDocument.name, programmeId, which.wave ?? null, which.weight ?? null];
  const document = useQuery({
    queryKey: [...place, language, etag],
    queryFn: async ({ signal }) => {
      const query = { ...which, language };
      // What the server writes from the same types; the parsing boundary.
      return (await callJsonFile(readReportDocument, { params: { programmeId }, query, signal })) as ReportDocument;
    },
    staleTime: Number.POSITIVE_INFINITY,
    // Older numbers of the same wave and weight stay in sight until the newer ones are there; others never.
    placeholderData: (previous, query) => (query?.queryKey.slice(0, 4).join() === place.join() ? previous : undefined),
  });
  return (
    <>
      <FailureNotice error={document.error} onRetry={() => void document.refetch()} />
      {document.isPending ? <ReportSkeleton /> : null}
      {document.data === undefined ? null : <ReportView document={document.data} />}
    </>
  );
}

function NoResults({ wave }: { readonly wave: string | undefined }) {
  const words = useMessages({ zh, en });
  const { id, may, questionnaire, waves } = useProgramme();
  const collects = questionnaire !== null;
  const inField = collects && currentWave(waves) !== null;
  const how = collects
    ? inField
      ? words.emptyShare
      : words.emptyPublish
    : may.import
      ? words.emptyHow
      : words.emptyAsk;
  return (
    <div className="empty">
      <h2>{wave === undefined ? words.emptyTitle : words.emptyWaveTitle}</h2>
      <p>{how}</p>
      {may.import && !collects ? (
        <Link to="/import" search={{ programme: id }} className="button primary">
          {words.importData}
        </Link>
      ) : null}
    </div>
  );
}
