import { listUnits } from "@manyi/contract/organisation/organisation";
import { listProgrammes } from "@manyi/contract/programme/programmes";
import { faultyLineRules, readImport, runImport, type StudyImport } from "@manyi/contract/study/imports";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { routeQuery, useChange } from "../call/use-route.ts";
import { Button } from "../controls/button.tsx";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { SelectField, TextField } from "../controls/field.tsx";
import { Notice } from "../controls/notice.tsx";
import { count } from "../format/number.ts";
import { localText, textIn } from "../language/local-text.ts";
import { useLanguage, useMessages } from "../language/use-language.ts";
import { unitOptions } from "../units/unit-options.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { namesake, suggestedName } from "./programme-name.ts";

interface RunFormProps {
  readonly study: StudyImport;
  /** The programme somebody came from; null: a new one. */
  readonly programmeId: string | null;
}

/** Last step: where to, and what is done with lines that do not fit. */
export function RunForm({ study, programmeId }: RunFormProps) {
  const words = useMessages({ zh, en });
  const language = useLanguage();
  const units = useQuery(routeQuery(listUnits, {}));
  const programmes = useQuery(routeQuery(listProgrammes, { query: {} }));
  const [target, setTarget] = useState(programmeId ?? "new");
  const [name, setName] = useState(suggestedName(study, language));
  const [unit, setUnit] = useState<string | null>(null);
  const [rule, setRule] = useState<(typeof faultyLineRules)[number]>("refuse");
  const run = useChange(runImport, { outdates: [readImport] });
  const unitChoices = unitOptions(units.data?.entries ?? [], language);
  const unitId = unit ?? unitChoices[0]?.value ?? "";
  const leftOut = rule === "leave-out" ? study.faultyLines : 0;
  const same = namesake(name, programmes.data?.entries ?? []);
  const existing = (programmes.data?.entries ?? []).filter(({ may }) => may.import);
  return (
    <form
      className="form run-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (run.isPending) return;
        const programme =
          target === "new"
            ? { kind: "new" as const, name: nameText(study, name.trim(), language), unitId }
            : { kind: "existing" as const, programmeId: target };
        run.mutate({ params: { importId: study.id }, body: { programme, faultyLines: rule } });
      }}
    >
      <h2>{words.whereTo}</h2>
      <SelectField
        label={words.programme}
        value={target}
        options={[
          { value: "new", text: words.newProgramme },
          ...existing.map((each) => ({ value: each.id, text: words.intoProgramme(textIn(each.name, language)) })),
        ]}
        onChoose={setTarget}
      />
      {target === "new" ? (
        <>
          <TextField
            label={words.programmeName}
            hint={words.programmeNameHint}
            required
            maxLength={200}
            value={name}
            onType={setName}
          />
          {same === null ? null : <Notice tone="caution">{words.nameTaken(textIn(same.name, language))}</Notice>}
          <SelectField
            label={words.unit}
            hint={words.unitHint}
            value={unitId}
            options={unitChoices}
            onChoose={setUnit}
          />
        </>
      ) : null}
      {study.faultyLines === 0 ? null : (
        <fieldset className="field-set">
          <legend>{words.faultyLines(count(study.faultyLines))}</legend>
          {faultyLineRules.map((each) => (
            <label className="choice" key={each}>
              <input type="radio" name="rule" checked={rule === each} onChange={() => setRule(each)} />
              <span>
                {words.rules[each].name}
                <br />
                <span className="muted small">{words.rules[each].what}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <FailureNotice error={run.error ?? units.error} />
      <div>
        {rule === "refuse" && study.faultyLines > 0 ? (
          <Link to="/import" search={programmeId === null ? {} : { programme: programmeId }} className="button primary">
            {words.again}
          </Link>
        ) : (
          <Button kind="submit" tone="primary" state={run.isPending ? "working" : "idle"}>
            {study.preview === null ? words.run : words.runRows(count(study.preview.rows - leftOut))}
          </Button>
        )}
      </div>
    </form>
  );
}

/** The study's title in both its languages, unless somebody wrote another name. */
function nameText(study: StudyImport, name: string, language: "zh" | "en"): { zh?: string; en?: string } {
  return study.title !== null && textIn(study.title, language) === name
    ? { ...study.title }
    : localText(name, language);
}
