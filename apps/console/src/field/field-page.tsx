import "./field.css";
import { type Fieldwork, readFieldwork } from "@manyi/contract/collection/fieldwork";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { routeQuery } from "../call/use-route.ts";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { SelectField } from "../controls/field.tsx";
import { SkeletonRows } from "../controls/skeleton.tsx";
import { textIn } from "../language/local-text.ts";
import { useLanguage, useMessages } from "../language/use-language.ts";
import { currentWave } from "../programme/stages.ts";
import { useProgramme } from "../programme/use-programme.ts";
import { DayBars } from "./day-bars.tsx";
import { LinkSection } from "./link-section.tsx";
import { LiveCount } from "./live-count.tsx";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { WaveState } from "./wave-state.tsx";

const page = getRouteApi("/signed-in/programmes/$programmeId/field");
/** Only while the page is in sight; the query stops by itself in a tab behind. */
const lookAgainMs = 1_500;

/** A wave in the field: its link, who has answered so far, and closing it. */
export function FieldPage() {
  const words = useMessages({ zh, en });
  const language = useLanguage();
  const programme = useProgramme();
  const search = page.useSearch();
  const navigate = page.useNavigate();
  const waves = programme.waves.filter(({ collects }) => collects);
  const wave = waves.find(({ id }) => id === search.wave) ?? currentWave(programme.waves);
  if (wave === null) return <NotYet />;
  return (
    <div className="field-page">
      {waves.length < 2 ? null : (
        <div className="filters screen-only">
          <SelectField
            label={words.wave}
            value={wave.id}
            options={waves.toReversed().map(({ id, name }) => ({ value: id, text: textIn(name, language) }))}
            onChoose={(id) => void navigate({ search: { wave: id } })}
          />
        </div>
      )}
      <WaveInField key={wave.id} waveId={wave.id} name={textIn(wave.name, language)} />
    </div>
  );
}

function WaveInField({ waveId, name }: { readonly waveId: string; readonly name: string }) {
  const programme = useProgramme();
  const fieldwork = useQuery({
    ...routeQuery(readFieldwork, { params: { waveId } }),
    refetchInterval: ({ state: { data } }) => (data === undefined || takesAnswers(data) ? lookAgainMs : false),
  });
  const { data } = fieldwork;
  const mayManage = programme.may.manageFieldwork && programme.archivedAt === null;
  return (
    <>
      <FailureNotice error={fieldwork.error} onRetry={() => void fieldwork.refetch()} />
      {data === undefined ? (
        fieldwork.isPending ? (
          <SkeletonRows rows={8} />
        ) : null
      ) : (
        <>
          <WaveState fieldwork={data} name={name} may={mayManage ? "manage" : "look"} />
          <LiveCount fieldwork={data} />
          <LinkSection fieldwork={data} name={name} may={mayManage ? "manage" : "look"} />
          <DayBars days={data.days} />
        </>
      )}
    </>
  );
}

function takesAnswers({ state }: Fieldwork): boolean {
  return state === "open" || state === "closing";
}

function NotYet() {
  const words = useMessages({ zh, en });
  const { id } = useProgramme();
  return (
    <div className="empty">
      <h2>{words.notYetTitle}</h2>
      <p>{words.notYet}</p>
      <Link to="/programmes/$programmeId/questionnaire" params={{ programmeId: id }} className="button">
        {words.toQuestionnaire}
      </Link>
    </div>
  );
}
