import { endSession, listSessions } from "@manyi/contract/session/session";
import { useQuery } from "@tanstack/react-query";
import { routeQuery, useChange } from "../call/use-route.ts";
import { Button } from "../controls/button.tsx";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { SkeletonRows } from "../controls/skeleton.tsx";
import { tell } from "../controls/teller.tsx";
import { minute } from "../format/date.ts";
import { useMessages } from "../language/use-language.ts";
import { useSession } from "../session/session-query.ts";
import { deviceName } from "./device-name.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

/** Where one is signed in; each of them can be ended but this one, which has its own way out. */
export function SessionList() {
  const words = useMessages({ zh, en });
  const { timeZone } = useSession().organisation;
  const sessions = useQuery(routeQuery(listSessions, {}));
  const end = useChange(endSession, { outdates: [listSessions], onDone: () => tell(words.sessionEnded) });
  return (
    <>
      <FailureNotice error={sessions.error ?? end.error} onRetry={() => void sessions.refetch()} />
      {sessions.isPending ? <SkeletonRows rows={2} /> : null}
      <ul className="sessions">
        {sessions.data?.entries.map(({ id, current, startedAt, lastSeenAt, address, device }) => (
          <li key={id}>
            <div>
              <strong title={device ?? undefined}>{device === null ? words.unknownDevice : deviceName(device)}</strong>{" "}
              {current ? <span className="tag good">{words.thisSession}</span> : null}
              <br />
              <span className="muted small">
                {words.session(minute(startedAt, timeZone), minute(lastSeenAt, timeZone))}
                {address === null ? null : ` · ${address}`}
              </span>
            </div>
            {current ? null : (
              <Button
                size="compact"
                aria-label={`${words.end}: ${device === null ? words.unknownDevice : deviceName(device)}`}
                state={end.isPending && end.variables.params.sessionId === id ? "working" : "idle"}
                onClick={() => end.mutate({ params: { sessionId: id } })}
              >
                {words.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
