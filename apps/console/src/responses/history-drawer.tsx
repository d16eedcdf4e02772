import { type Response, type ResponseColumn, readResponseHistory } from "@manyi/contract/programme/responses";
import { useQuery } from "@tanstack/react-query";
import { routeQuery } from "../call/use-route.ts";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { Modal } from "../controls/modal.tsx";
import { SkeletonRows } from "../controls/skeleton.tsx";
import { minute } from "../format/date.ts";
import { useMessages } from "../language/use-language.ts";
import { useSession } from "../session/session-query.ts";
import type { CellReader } from "./cell-text.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

interface HistoryDrawerProps {
  readonly response: Response;
  readonly columns: readonly ResponseColumn[];
  readonly reader: CellReader;
  readonly onClose: () => void;
}

/** What happened to one response, newest last, and all its answers one under another. */
export function HistoryDrawer({ response, columns, reader, onClose }: HistoryDrawerProps) {
  const words = useMessages({ zh, en });
  const { organisation } = useSession();
  const params = { responseId: response.id };
  const history = useQuery({ ...routeQuery(readResponseHistory, { params }), staleTime: 0 });
  return (
    <Modal title={words.historyTitle} shape="edge" onClose={onClose}>
      <FailureNotice error={history.error} onRetry={() => void history.refetch()} />
      {history.isPending ? <SkeletonRows rows={3} /> : null}
      <ol className="history">
        {history.data?.entries.map(({ at, kind, actor, reason }) => (
          <li key={`${at}-${kind}`}>
            <strong>{kind === "submitted" && response.line !== null ? words.imported : words.events[kind]}</strong>
            <br />
            <span className="muted small">
              {minute(at, organisation.timeZone)} · {actor ?? words.system}
            </span>
            {reason === null ? null : (
              <>
                <br />
                {words.because(reason)}
              </>
            )}
          </li>
        ))}
      </ol>
      <h3>{words.answers}</h3>
      <dl className="history">
        {answered(response, columns).map((column) => (
          <div key={column.code} className="answer">
            <dt className="muted" title={column.code}>
              {reader.name(column)}
            </dt>
            <dd>{reader.text(column.code, response.answers[column.code] ?? "")}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}

/** The columns of the programme in their order, then those that only this response has: it came with an older file. */
function answered({ answers }: Response, columns: readonly ResponseColumn[]): readonly ResponseColumn[] {
  const known = new Set(columns.map(({ code }) => code));
  const others = Object.keys(answers).filter((code) => !known.has(code));
  return [...columns.filter(({ code }) => code in answers), ...others.map((code) => ({ code, label: null }))];
}
