import { type Response, readResponseHistory } from "@manyi/contract/programme/responses";
import { useQuery } from "@tanstack/react-query";
import { routeQuery } from "../call/use-route.ts";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { Modal } from "../controls/modal.tsx";
import { SkeletonRows } from "../controls/skeleton.tsx";
import { minute } from "../format/date.ts";
import { useMessages } from "../language/use-language.ts";
import { useSession } from "../session/session-query.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

/** What happened to one response, newest last, and all its answers one under another. */
export function HistoryDrawer({ response, onClose }: { readonly response: Response; readonly onClose: () => void }) {
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
            <strong>{words.events[kind]}</strong>
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
        {Object.entries(response.answers).map(([column, answer]) => (
          <div key={column} className="row apart">
            <dt className="muted">{column}</dt>
            <dd>{answer || "—"}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
