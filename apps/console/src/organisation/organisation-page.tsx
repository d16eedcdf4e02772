import { changeOrganisation, readOrganisation } from "@manyi/contract/organisation/organisation";
import { readSession } from "@manyi/contract/session/session";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { fieldFault } from "../call/failure-text.ts";
import { routeQuery, useChange } from "../call/use-route.ts";
import { Button } from "../controls/button.tsx";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { SelectField, TextField } from "../controls/field.tsx";
import { PageHeading } from "../controls/page-heading.tsx";
import { SkeletonRows } from "../controls/skeleton.tsx";
import { tell } from "../controls/teller.tsx";
import { useMessages } from "../language/use-language.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

interface Organisation {
  readonly name: { readonly zh?: string; readonly en?: string };
  readonly timeZone: string;
}

/** Name and time zone of the organisation. */
export function OrganisationPage() {
  const words = useMessages({ zh, en });
  const organisation = useQuery(routeQuery(readOrganisation, {}));
  return (
    <>
      <div className="page-head">
        <PageHeading title={words.title} />
      </div>
      <FailureNotice error={organisation.error} onRetry={() => void organisation.refetch()} />
      {organisation.isPending ? <SkeletonRows rows={4} /> : null}
      {organisation.data === undefined ? null : <OrganisationForm organisation={organisation.data} />}
    </>
  );
}

function OrganisationForm({ organisation }: { readonly organisation: Organisation }) {
  const words = useMessages({ zh, en });
  const [chinese, setChinese] = useState(organisation.name.zh ?? "");
  const [english, setEnglish] = useState(organisation.name.en ?? "");
  const [timeZone, setTimeZone] = useState(organisation.timeZone);
  const change = useChange(changeOrganisation, {
    outdates: [readOrganisation, readSession],
    onDone: () => tell(words.saved),
  });
  const name = {
    ...(chinese.trim() === "" ? {} : { zh: chinese.trim() }),
    ...(english.trim() === "" ? {} : { en: english.trim() }),
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!change.isPending) change.mutate({ body: { name, timeZone } });
      }}
    >
      <FailureNotice error={change.error} />
      <TextField
        label={words.nameZh}
        maxLength={200}
        required={english.trim() === ""}
        fault={fieldFault(change.error, "name")}
        value={chinese}
        onType={setChinese}
      />
      <TextField
        label={words.nameEn}
        maxLength={200}
        required={chinese.trim() === ""}
        value={english}
        onType={setEnglish}
      />
      <SelectField
        label={words.timeZone}
        hint={words.timeZoneHint}
        fault={fieldFault(change.error, "timeZone")}
        value={timeZone}
        options={zonesWith(timeZone).map((zone) => ({ value: zone, text: zone.replaceAll("_", " ") }))}
        onChoose={setTimeZone}
      />
      <div>
        <Button kind="submit" tone="primary" state={change.isPending ? "working" : "idle"}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}

/** All zones the browser knows, and the one that is set even if it does not. */
function zonesWith(current: string): readonly string[] {
  const known = Intl.supportedValuesOf("timeZone");
  return known.includes(current) ? known : [current, ...known];
}
