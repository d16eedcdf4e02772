import "../questionnaire.css";
import "../outline/outline.css";
import { readQuestionnaire, readQuestionnaireVersion } from "@manyi/contract/questionnaire/questionnaires";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { isProblem } from "../../call/call-error.ts";
import { routeQuery } from "../../call/use-route.ts";
import { FailureNotice } from "../../controls/failure-notice.tsx";
import { SkeletonRows } from "../../controls/skeleton.tsx";
import { NotFound } from "../../shell/not-found.tsx";
import { Editor } from "./editor.tsx";

const page = getRouteApi("/signed-in/programmes/$programmeId/questionnaire");

/** Reads what the editor begins with. While it is open nothing is read again: what is in it is the newest. */
export function QuestionnairePage() {
  const { programmeId } = page.useParams();
  const once = { staleTime: Number.POSITIVE_INFINITY, gcTime: 0, refetchOnWindowFocus: false } as const;
  const state = useQuery({ ...routeQuery(readQuestionnaire, { params: { programmeId } }), ...once });
  const newest = state.data?.versions[0]?.number ?? 0;
  const version = useQuery({
    ...routeQuery(readQuestionnaireVersion, { params: { programmeId, number: newest } }),
    ...once,
    enabled: newest > 0,
  });
  if (isProblem(state.error, "not-found")) return <NotFound />;
  if (state.data === undefined || (newest > 0 && version.data === undefined)) {
    const error = state.error ?? version.error;
    return (
      <>
        <FailureNotice error={error} onRetry={() => void (state.error === null ? version : state).refetch()} />
        {error === null ? <SkeletonRows rows={9} /> : null}
      </>
    );
  }
  return <Editor key={programmeId} first={state.data} published={version.data ?? null} />;
}
