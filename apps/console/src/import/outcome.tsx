import { listProgrammes } from "@manyi/contract/programme/programmes";
import { exportRejected, type StudyImport } from "@manyi/contract/study/imports";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { useFile } from "../call/use-route.ts";
import { Button } from "../controls/button.tsx";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { Notice } from "../controls/notice.tsx";
import { saveFile } from "../controls/save-file.ts";
import { count } from "../format/number.ts";
import { useMessages } from "../language/use-language.ts";
import { IssueList } from "./issue-list.tsx";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

/** What came of an import: what was taken, what was not and why, where the results are. */
export function Outcome({ study }: { readonly study: StudyImport }) {
  const words = useMessages({ zh, en });
  const client = useQueryClient();
  const rejected = useFile(exportRejected, ({ blob, name }) => saveFile(blob, name));
  useEffect(() => void client.invalidateQueries({ queryKey: [listProgrammes.name] }), [client]);
  const { outcome } = study;
  if (outcome === null) {
    return (
      <>
        <Notice tone="failure">{words.failed}</Notice>
        <IssueList title={words.issues(study.issues.length)} issues={study.issues} />
        <p>
          <Link to="/import" className="button">
            {words.again}
          </Link>
        </p>
      </>
    );
  }
  return (
    <div className="stack measure">
      <Notice tone="done">
        {words.done(count(outcome.imported), count(outcome.waves))}
        {outcome.rejected === 0 ? null : ` ${words.rejected(count(outcome.rejected))}`}
      </Notice>
      <FailureNotice error={rejected.error} />
      <div className="row">
        <Link to="/programmes/$programmeId" params={{ programmeId: outcome.programmeId }} className="button primary">
          {words.toResults}
        </Link>
        {outcome.rejected === 0 ? null : (
          <Button
            state={rejected.isPending ? "working" : "idle"}
            onClick={() => rejected.mutate({ params: { importId: study.id } })}
          >
            {words.downloadRejected}
          </Button>
        )}
      </div>
    </div>
  );
}
