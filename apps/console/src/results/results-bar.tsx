import type { Programme } from "@manyi/contract/programme/programmes";
import { type ResultsState, readReportPage, readReportPdf, readResults } from "@manyi/contract/results/results";
import { useNavigate } from "@tanstack/react-router";
import { addressOf } from "../call/call.ts";
import { useFile } from "../call/use-route.ts";
import { Button } from "../controls/button.tsx";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { SelectField } from "../controls/field.tsx";
import { Menu } from "../controls/menu.tsx";
import { saveFile } from "../controls/save-file.ts";
import { minute } from "../format/date.ts";
import { textIn } from "../language/local-text.ts";
import { useLanguage, useMessages } from "../language/use-language.ts";
import { useSession } from "../session/session-query.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { weightOptions } from "./weight-options.ts";

type Ready = Extract<ResultsState, { kind: "ready" }>;

interface ResultsBarProps {
  readonly programme: Programme;
  readonly which: { readonly wave?: string; readonly weight?: string };
  readonly ready: Ready | null;
  /** While a wave collects, what is shown follows the answers; it says so here, where nothing moves by it. */
  readonly collecting: "collecting" | "still";
}

/** What is shown (wave, weight) and what can be taken away (PDF, page, numbers). */
export function ResultsBar({ programme, which, ready, collecting }: ResultsBarProps) {
  const words = useMessages({ zh, en });
  const language = useLanguage();
  const navigate = useNavigate();
  const session = useSession();
  const weights = weightOptions(ready?.weights ?? [], which.weight, language, words);
  const choose = (search: { wave?: string; weight?: string }) =>
    void navigate({ to: "/programmes/$programmeId", params: { programmeId: programme.id }, search });
  return (
    <div className="results-bar screen-only">
      <div className="results-choices">
        {programme.waves.length < 2 ? null : (
          <SelectField
            label={words.wave}
            value={which.wave ?? ""}
            options={[
              { value: "", text: words.allWaves },
              ...programme.waves.map(({ id, name }) => ({ value: id, text: textIn(name, language) })),
            ]}
            onChoose={(wave) => choose({ ...(wave === "" ? {} : { wave }), ...weightOf(which) })}
          />
        )}
        {weights.length < 2 ? null : (
          <SelectField
            label={words.weight}
            value={weights.find(({ chosen }) => chosen)?.value ?? ""}
            options={weights}
            onChoose={(weight) => choose({ ...waveOf(which), weight })}
          />
        )}
        {ready === null ? null : (
          <p className="muted small">
            {words.computedAt(minute(ready.computedAt, session.organisation.timeZone))}
            {collecting === "still" ? null : (
              <span className={ready.stale ? "live updating" : "live"}>
                {ready.stale ? words.updating : words.live}
              </span>
            )}
          </p>
        )}
      </div>
      {ready === null ? null : <TakeAway programmeId={programme.id} which={which} />}
    </div>
  );
}

function waveOf({ wave }: ResultsBarProps["which"]) {
  return wave === undefined ? {} : { wave };
}

function weightOf({ weight }: ResultsBarProps["which"]) {
  return weight === undefined ? {} : { weight };
}

interface TakeAwayProps {
  readonly programmeId: string;
  readonly which: ResultsBarProps["which"];
}

function TakeAway({ programmeId, which }: TakeAwayProps) {
  const words = useMessages({ zh, en });
  const language = useLanguage();
  const params = { programmeId };
  const save = ({ blob, name }: { readonly blob: Blob; readonly name: string }) => saveFile(blob, name);
  const pdf = useFile(readReportPdf, save);
  const numbers = useFile(readResults, save);
  return (
    <div className="take-away">
      <div className="row end">
        <Button
          tone="primary"
          state={pdf.isPending ? "working" : "idle"}
          onClick={() => pdf.mutate({ params, query: { ...which, language } })}
        >
          {pdf.isPending ? words.makingPdf : words.pdf}
        </Button>
        <Menu label={words.otherForms} look="button" face={words.otherForms}>
          {(close) => (
            <>
              <a
                className="menu-item"
                href={addressOf(readReportPage, params, { ...which, language })}
                target="_blank"
                rel="noreferrer"
                onClick={close}
              >
                {words.webPage}
              </a>
              <button
                type="button"
                className="menu-item"
                onClick={() => {
                  close();
                  numbers.mutate({ params, query: which });
                }}
              >
                {words.numbers}
              </button>
              <button
                type="button"
                className="menu-item"
                onClick={() => {
                  close();
                  window.print();
                }}
              >
                {words.print}
              </button>
            </>
          )}
        </Menu>
      </div>
      <div className="take-away-state" role="status">
        {pdf.isSuccess ? words.pdfSaved : null}
      </div>
      <FailureNotice error={pdf.error ?? numbers.error} />
    </div>
  );
}
