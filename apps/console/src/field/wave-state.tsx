import { type Fieldwork, readFieldwork, reopenWave } from "@manyi/contract/collection/fieldwork";
import { readProgramme } from "@manyi/contract/programme/programmes";
import { useState } from "react";
import { useChange } from "../call/use-route.ts";
import { Button } from "../controls/button.tsx";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { tell } from "../controls/teller.tsx";
import { minute } from "../format/date.ts";
import { useMessages } from "../language/use-language.ts";
import { useSession } from "../session/session-query.ts";
import { CloseDialog } from "./close-dialog.tsx";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

interface WaveStateProps {
  readonly fieldwork: Fieldwork;
  readonly name: string;
  readonly may: "manage" | "look";
}

/** Whether the wave collects, since when and till when, and the button that changes it. */
export function WaveState({ fieldwork, name, may }: WaveStateProps) {
  const words = useMessages({ zh, en });
  const { timeZone } = useSession().organisation;
  const [asked, setAsked] = useState<"no" | "yes">("no");
  const reopen = useChange(reopenWave, {
    outdates: [readFieldwork, readProgramme],
    onDone: () => tell(words.reopened),
  });
  const { state, openedAt, closedAt, graceUntil, version, waveId } = fieldwork;
  const at = (instant: string | null) => (instant === null ? "—" : minute(instant, timeZone));
  const facts = [
    openedAt === null ? null : words.since(at(openedAt)),
    state === "closing" && graceUntil !== null ? words.graceUntil(at(graceUntil)) : null,
    state === "closed" && closedAt !== null ? words.closedAt(at(closedAt)) : null,
    words.version(version),
  ].filter((fact) => fact !== null);
  return (
    <section className="wave-state">
      <div>
        <h2>
          {name} <span className={`tag ${state === "open" ? "good" : ""}`}>{words.states[state]}</span>
        </h2>
        <p className="muted">{facts.join(" · ")}</p>
      </div>
      {may === "look" ? null : state === "open" ? (
        <Button onClick={() => setAsked("yes")}>{words.close}</Button>
      ) : (
        <Button state={reopen.isPending ? "working" : "idle"} onClick={() => reopen.mutate({ params: { waveId } })}>
          {words.reopen}
        </Button>
      )}
      <FailureNotice error={reopen.error} />
      {asked === "yes" ? <CloseDialog fieldwork={fieldwork} name={name} onClose={() => setAsked("no")} /> : null}
    </section>
  );
}
