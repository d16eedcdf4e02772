import {
  archiveProgramme,
  exportStudy,
  listProgrammes,
  readProgramme,
  restoreProgramme,
} from "@manyi/contract/programme/programmes";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useChange, useFile } from "../call/use-route.ts";
import { Button } from "../controls/button.tsx";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { saveFile } from "../controls/save-file.ts";
import { tell } from "../controls/teller.tsx";
import { day } from "../format/date.ts";
import { useMessages } from "../language/use-language.ts";
import { useSession } from "../session/session-query.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { ProgrammeForm } from "./programme-form.tsx";
import { useProgramme } from "./use-programme.ts";
import { WaveTable } from "./wave-table.tsx";

/** Waves of a programme, its name and place, its data in and out. */
export function AboutPage() {
  const words = useMessages({ zh, en });
  const programme = useProgramme();
  const session = useSession();
  const { id, may } = programme;
  return (
    <div className="about">
      <section>
        <h2>{words.waves}</h2>
        <WaveTable waves={programme.waves} />
        {may.import && programme.archivedAt === null ? (
          <p>
            <Link to="/import" search={{ programme: id }} className="button">
              {words.importWave}
            </Link>
          </p>
        ) : null}
      </section>
      {may.edit ? (
        <section className="divided">
          <h2>{words.nameAndUnit}</h2>
          <ProgrammeForm key={programme.version} programme={programme} />
        </section>
      ) : null}
      {may.export ? <ExportSection programmeId={id} /> : null}
      {may.edit ? <ArchiveSection /> : null}
      <p className="muted small">{words.createdOn(day(programme.createdAt, session.organisation.timeZone))}</p>
    </div>
  );
}

function ExportSection({ programmeId }: { readonly programmeId: string }) {
  const words = useMessages({ zh, en });
  const study = useFile(exportStudy, ({ blob, name }) => saveFile(blob, name));
  return (
    <section className="divided stack">
      <h2>{words.exportTitle}</h2>
      <p className="measure muted">{words.exportWhat}</p>
      <FailureNotice error={study.error} />
      <div>
        <Button state={study.isPending ? "working" : "idle"} onClick={() => study.mutate({ params: { programmeId } })}>
          {words.exportStudy}
        </Button>
      </div>
    </section>
  );
}

function ArchiveSection() {
  const words = useMessages({ zh, en });
  const { id, archivedAt } = useProgramme();
  const [asked, setAsked] = useState<"no" | "yes">("no");
  const outdates = [readProgramme, listProgrammes];
  const archive = useChange(archiveProgramme, {
    outdates,
    onDone: () => {
      setAsked("no");
      tell(words.archivedNow);
    },
  });
  const restore = useChange(restoreProgramme, { outdates, onDone: () => tell(words.restoredNow) });
  const input = { params: { programmeId: id } };
  return (
    <section className="divided stack">
      <h2>{archivedAt === null ? words.archiveTitle : words.restoreTitle}</h2>
      <p className="measure muted">{words.archiveWhat}</p>
      <FailureNotice error={archive.error ?? restore.error} />
      <div className="row">
        {archivedAt !== null ? (
          <Button state={restore.isPending ? "working" : "idle"} onClick={() => restore.mutate(input)}>
            {words.restore}
          </Button>
        ) : asked === "no" ? (
          <Button onClick={() => setAsked("yes")}>{words.archive}</Button>
        ) : (
          <>
            <Button
              tone="danger"
              autoFocus
              state={archive.isPending ? "working" : "idle"}
              onClick={() => archive.mutate(input)}
            >
              {words.archiveSurely}
            </Button>
            <Button tone="quiet" onClick={() => setAsked("no")}>
              {words.keep}
            </Button>
          </>
        )}
      </div>
    </section>
  );
}
