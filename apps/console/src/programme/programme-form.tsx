import { listUnits } from "@manyi/contract/organisation/organisation";
import { changeProgramme, listProgrammes, type Programme, readProgramme } from "@manyi/contract/programme/programmes";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { isProblem } from "../call/call-error.ts";
import { fieldFault } from "../call/failure-text.ts";
import { routeQuery, useChange } from "../call/use-route.ts";
import { Button } from "../controls/button.tsx";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { SelectField, TextField } from "../controls/field.tsx";
import { Notice } from "../controls/notice.tsx";
import { tell } from "../controls/teller.tsx";
import { textIn, withText } from "../language/local-text.ts";
import { useLanguage, useMessages } from "../language/use-language.ts";
import { unitOptions } from "../units/unit-options.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

/** Name and unit of a programme. Who changed it meanwhile is not written over. */
export function ProgrammeForm({ programme }: { readonly programme: Programme }) {
  const words = useMessages({ zh, en });
  const language = useLanguage();
  const client = useQueryClient();
  const units = useQuery(routeQuery(listUnits, {}));
  const [name, setName] = useState(textIn(programme.name, language));
  const [unitId, setUnitId] = useState(programme.unitId);
  const change = useChange(changeProgramme, {
    outdates: [readProgramme, listProgrammes],
    onDone: () => tell(words.saved),
  });
  const meanwhile = isProblem(change.error, "changed-meanwhile");
  const options = unitOptions(units.data?.entries ?? [], language);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (change.isPending) return;
        change.mutate({
          params: { programmeId: programme.id },
          body: { version: programme.version, name: withText(programme.name, name.trim(), language), unitId },
        });
      }}
    >
      {meanwhile ? (
        <Notice
          tone="caution"
          action={
            <Button onClick={() => void client.invalidateQueries({ queryKey: [readProgramme.name] })}>
              {words.showNewest}
            </Button>
          }
        >
          {words.changedMeanwhile}
        </Notice>
      ) : (
        <FailureNotice error={change.error} />
      )}
      <TextField
        label={words.name}
        required
        maxLength={200}
        fault={fieldFault(change.error, "name")}
        value={name}
        onType={setName}
      />
      <SelectField
        label={words.unit}
        hint={words.unitHint}
        value={unitId}
        options={
          options.some(({ value }) => value === unitId)
            ? options
            : [{ value: unitId, text: textIn(programme.unitName, language) }, ...options]
        }
        onChoose={setUnitId}
      />
      <div>
        <Button kind="submit" tone="primary" state={change.isPending ? "working" : "idle"}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}
