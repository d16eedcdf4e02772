import { listUnits } from "@manyi/contract/organisation/organisation";
import { listProgrammes } from "@manyi/contract/programme/programmes";
import { createProgrammeFromTemplate, type Template } from "@manyi/contract/questionnaire/questionnaires";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { fieldFault } from "../call/failure-text.ts";
import { routeQuery, useChange } from "../call/use-route.ts";
import { Button } from "../controls/button.tsx";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { SelectField, TextField } from "../controls/field.tsx";
import { localText, textIn } from "../language/local-text.ts";
import { useLanguage, useMessages } from "../language/use-language.ts";
import { useSession } from "../session/session-query.ts";
import { unitOptions } from "../units/unit-options.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

/** Name, place and sender of the new programme; then its questionnaire opens. */
export function ProgrammeStart({ template }: { readonly template: Template }) {
  const words = useMessages({ zh, en });
  const language = useLanguage();
  const session = useSession();
  const navigate = useNavigate();
  const units = useQuery(routeQuery(listUnits, {}));
  const [name, setName] = useState(textIn(template.title, language));
  const [unit, setUnit] = useState<string | null>(null);
  const [organisation, setOrganisation] = useState(textIn(session.organisation.name, language));
  const options = unitOptions(units.data?.entries ?? [], language);
  const unitId = unit ?? options[0]?.value ?? "";
  const create = useChange(createProgrammeFromTemplate, {
    outdates: [listProgrammes],
    onDone: ({ id }) =>
      void navigate({ to: "/programmes/$programmeId/questionnaire", params: { programmeId: id }, search: {} }),
  });
  return (
    <form
      className="form start-form"
      aria-label={words.start}
      onSubmit={(event) => {
        event.preventDefault();
        if (create.isPending || unitId === "") return;
        create.mutate({
          body: {
            name: localText(name.trim(), language),
            unitId,
            template: template.code,
            ...(organisation.trim() === "" ? {} : { organisation: localText(organisation.trim(), language) }),
          },
        });
      }}
    >
      <h2>{words.start}</h2>
      <FailureNotice error={create.error ?? units.error} />
      <TextField
        label={words.name}
        required
        maxLength={200}
        fault={fieldFault(create.error, "name")}
        value={name}
        onType={setName}
      />
      {options.length < 2 ? null : (
        <SelectField label={words.unit} hint={words.unitHint} value={unitId} options={options} onChoose={setUnit} />
      )}
      <TextField
        label={words.organisation}
        hint={words.organisationHint}
        maxLength={200}
        fault={fieldFault(create.error, "organisation")}
        value={organisation}
        onType={setOrganisation}
      />
      <div>
        <Button kind="submit" tone="primary" state={create.isPending ? "working" : "idle"}>
          {words.create}
        </Button>
      </div>
    </form>
  );
}
