import type { Programme } from "@manyi/contract/programme/programmes";
import { Link } from "@tanstack/react-router";
import { Fragment } from "react";
import { day } from "../format/date.ts";
import { count, headlineInterval, headlineNumber } from "../format/number.ts";
import { textIn } from "../language/local-text.ts";
import { useLanguage, useMessages } from "../language/use-language.ts";
import { isCollecting } from "../programme/stages.ts";
import { useSession } from "../session/session-query.ts";
import { HeadlineScale } from "./headline-scale.tsx";
import { en } from "./messages/en.ts";
import { type ProgrammesMessages, zh } from "./messages/zh.ts";

/** One programme: what it is, its headline with interval and n, where that lies on the scale. */
export function ProgrammeRow({ programme }: { readonly programme: Programme }) {
  const words = useMessages({ zh, en });
  const language = useLanguage();
  const session = useSession();
  const { headline, waves, lastResponseAt } = programme;
  const state = stateText(programme, words);
  const facts = [
    textIn(programme.unitName, language),
    state,
    waves.length === 0 ? words.noWaves : words.waves(waves.length, waveNames(programme, language)),
    lastResponseAt === null || programme.questionnaire !== null
      ? null
      : words.importedOn(day(lastResponseAt, session.organisation.timeZone)),
  ].filter((fact) => fact !== null);
  return (
    <li className="programme-row">
      <div>
        <h2>
          <Link to="/programmes/$programmeId" params={{ programmeId: programme.id }}>
            {textIn(programme.name, language)}
          </Link>
        </h2>
        <p className="muted">
          {facts.map((fact, index) => (
            <Fragment key={fact}>
              {index === 0 ? null : " · "}
              <span className={index === 0 ? undefined : "nowrap"}>{fact}</span>
            </Fragment>
          ))}
        </p>
      </div>
      {headline === null ? <span /> : <HeadlineScale headline={headline} />}
      {headline === null ? (
        <p className="headline muted">{words.noHeadline}</p>
      ) : (
        <p className="headline">
          <span className="headline-value">{headlineNumber(headline.value, headline)}</span>
          <span className="headline-detail">
            {headlineInterval(headline) === null ? null : <span>{headlineInterval(headline)}</span>}
            <span>
              {textIn(headline.label, language)} · <span className="nowrap">n = {count(headline.n)}</span>
            </span>
          </span>
        </p>
      )}
    </li>
  );
}

/** Of programmes that collect their answers themselves: how far they are. */
function stateText({ questionnaire, waves }: Programme, words: ProgrammesMessages): string | null {
  if (questionnaire === null) return null;
  if (isCollecting(waves)) return words.collecting;
  return questionnaire.versions === 0 ? words.writing : null;
}

function waveNames({ waves }: Programme, language: "zh" | "en"): string {
  const first = waves[0];
  const last = waves.at(-1);
  if (first === undefined || last === undefined) return "";
  const from = textIn(first.name, language);
  return first.id === last.id ? from : `${from} – ${textIn(last.name, language)}`;
}
