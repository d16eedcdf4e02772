import "./new-programme.css";
import { listTemplates } from "@manyi/contract/questionnaire/questionnaires";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { routeQuery } from "../call/use-route.ts";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { PageHeading } from "../controls/page-heading.tsx";
import { SkeletonRows } from "../controls/skeleton.tsx";
import { useMessages } from "../language/use-language.ts";
import { may, useSession } from "../session/session-query.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { ProgrammeStart } from "./programme-start.tsx";
import { TemplateCard } from "./template-card.tsx";

/** A programme begins with a template or with data one has. */
export function NewProgrammePage() {
  const words = useMessages({ zh, en });
  const session = useSession();
  const templates = useQuery(routeQuery(listTemplates, {}));
  const [chosen, setChosen] = useState<string | null>(null);
  const entries = templates.data?.entries ?? [];
  const template = entries.find(({ code }) => code === chosen) ?? null;
  return (
    <div className="page new-programme">
      <PageHeading title={words.title} />
      <p className="muted measure lead">{words.intro}</p>
      <FailureNotice error={templates.error} onRetry={() => void templates.refetch()} />
      {templates.isPending ? <SkeletonRows rows={4} height={72} /> : null}
      {entries.length === 0 ? null : (
        <fieldset className="field-set">
          <legend>{words.choose}</legend>
          <div className="templates">
            {entries.map((each) => (
              <TemplateCard
                key={each.code}
                template={each}
                chosen={each.code === chosen ? "yes" : "no"}
                onChoose={() => setChosen(each.code)}
              />
            ))}
          </div>
        </fieldset>
      )}
      {template === null ? null : <ProgrammeStart key={template.code} template={template} />}
      {may(session, "study:import") ? (
        <section className="divided own-data">
          <h2>{words.ownTitle}</h2>
          <p className="muted measure">{words.ownWhat}</p>
          <Link to="/import" className="button">
            {words.ownData}
          </Link>
        </section>
      ) : null}
    </div>
  );
}
