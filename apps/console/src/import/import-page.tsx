import "./import.css";
import { dropImport, readImport, type StudyImport } from "@manyi/contract/study/imports";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { isProblem } from "../call/call-error.ts";
import { routeQuery, useChange } from "../call/use-route.ts";
import { Button } from "../controls/button.tsx";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { PageHeading } from "../controls/page-heading.tsx";
import { SkeletonRows } from "../controls/skeleton.tsx";
import { textIn } from "../language/local-text.ts";
import { useLanguage, useMessages } from "../language/use-language.ts";
import { NotFound } from "../shell/not-found.tsx";
import { IssueList } from "./issue-list.tsx";
import { MappingEditor } from "./mapping-editor.tsx";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { Outcome } from "./outcome.tsx";
import { PreviewTable } from "./preview-table.tsx";
import { RunForm } from "./run-form.tsx";
import { Running } from "./running.tsx";

const page = getRouteApi("/signed-in/import/$importId");

/** An import from preview to result; what is asked of its owner depends on its state alone, so it can be left and
 *  come back to. */
export function ImportPage() {
  const words = useMessages({ zh, en });
  const language = useLanguage();
  const { importId } = page.useParams();
  const study = useQuery({
    ...routeQuery(readImport, { params: { importId } }),
    refetchInterval: ({ state: { data } }) => (data?.state === "queued" || data?.state === "running" ? 700 : false),
  });
  if (isProblem(study.error, "not-found")) return <NotFound />;
  const title = study.data?.title ? textIn(study.data.title, language) : words.title;
  return (
    <div className="page import">
      <div className="page-head">
        <PageHeading title={title} />
      </div>
      <FailureNotice error={study.error} onRetry={() => void study.refetch()} />
      {study.data === undefined ? (
        <SkeletonRows rows={8} />
      ) : (
        <div className="stack import-steps">
          <Step study={study.data} />
        </div>
      )}
    </div>
  );
}

function Step({ study }: { readonly study: StudyImport }) {
  const words = useMessages({ zh, en });
  const { programme } = page.useSearch();
  switch (study.state) {
    case "mapping":
      return (
        <>
          <p className="measure muted">{words.mappingIntro}</p>
          <IssueList title={words.issues(study.issues.length)} issues={study.issues} />
          {study.preview === null ? null : <PreviewTable preview={study.preview} />}
          {study.mapping === null || study.preview === null ? null : (
            <MappingEditor importId={study.id} mapping={study.mapping} preview={study.preview} />
          )}
          <GiveUp importId={study.id} />
        </>
      );
    case "faulty":
      return (
        <>
          <p className="measure">{words.faultyIntro}</p>
          <IssueList title={words.issues(study.issues.length)} issues={study.issues} />
          {study.preview === null ? null : <PreviewTable preview={study.preview} />}
          {study.mapping === null || study.preview === null ? null : (
            <MappingEditor importId={study.id} mapping={study.mapping} preview={study.preview} />
          )}
          <GiveUp importId={study.id} />
        </>
      );
    case "ready":
      return (
        <>
          <IssueList title={words.warnings(study.warnings.length)} issues={study.warnings} />
          {study.preview === null ? null : <PreviewTable preview={study.preview} />}
          {study.mapping === null || study.preview === null ? null : (
            <details>
              <summary>{words.changeMapping}</summary>
              <MappingEditor importId={study.id} mapping={study.mapping} preview={study.preview} />
            </details>
          )}
          <RunForm study={study} programmeId={programme ?? null} />
          <GiveUp importId={study.id} />
        </>
      );
    case "queued":
    case "running":
      return <Running progress={study.progress} />;
    case "done":
    case "failed":
      return <Outcome study={study} />;
  }
}

function GiveUp({ importId }: { readonly importId: string }) {
  const words = useMessages({ zh, en });
  const navigate = page.useNavigate();
  const drop = useChange(dropImport, { outdates: [], onDone: () => void navigate({ to: "/import" }) });
  return (
    <div className="stack divided">
      <FailureNotice error={drop.error} />
      <div className="row">
        <Button
          tone="quiet"
          state={drop.isPending ? "working" : "idle"}
          onClick={() => drop.mutate({ params: { importId } })}
        >
          {words.giveUp}
        </Button>
        <Link to="/programmes">{words.later}</Link>
      </div>
    </div>
  );
}
