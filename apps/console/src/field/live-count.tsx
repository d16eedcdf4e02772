import type { Fieldwork } from "@manyi/contract/collection/fieldwork";
import { Link } from "@tanstack/react-router";
import { minute } from "../format/date.ts";
import { count } from "../format/number.ts";
import { useMessages } from "../language/use-language.ts";
import { useProgramme } from "../programme/use-programme.ts";
import { useSession } from "../session/session-query.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

/** How many have answered, as it is this moment. */
export function LiveCount({ fieldwork }: { readonly fieldwork: Fieldwork }) {
  const words = useMessages({ zh, en });
  const { id } = useProgramme();
  const { timeZone } = useSession().organisation;
  const { responses, started, late, lastReceivedAt } = fieldwork;
  return (
    <section className="live-count" aria-label={words.received}>
      <p className="live-number">
        <span className="live-value">{count(responses)}</span> <span>{words.responsesReceived(responses)}</span>
      </p>
      <dl>
        <div>
          <dt>{words.started}</dt>
          <dd>{count(started)}</dd>
        </div>
        <div>
          <dt>{words.late}</dt>
          <dd>{count(late)}</dd>
        </div>
        <div>
          <dt>{words.last}</dt>
          <dd>{lastReceivedAt === null ? "—" : minute(lastReceivedAt, timeZone)}</dd>
        </div>
      </dl>
      {responses === 0 ? null : (
        <Link
          to="/programmes/$programmeId"
          params={{ programmeId: id }}
          search={{ wave: fieldwork.waveId }}
          className="screen-only"
        >
          {words.toResults}
        </Link>
      )}
    </section>
  );
}
