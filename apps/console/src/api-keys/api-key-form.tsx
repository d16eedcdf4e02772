import { createApiKey, listApiKeys } from "@manyi/contract/organisation/api-keys";
import { listUnits } from "@manyi/contract/organisation/organisation";
import { type KeyPermission, keyPermissions } from "@manyi/contract/rights/permission";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { fieldFault } from "../call/failure-text.ts";
import { routeQuery, useChange } from "../call/use-route.ts";
import { Button } from "../controls/button.tsx";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { SelectField, TextField } from "../controls/field.tsx";
import { Modal } from "../controls/modal.tsx";
import { boundsOfDay } from "../format/date.ts";
import { useLanguage, useMessages } from "../language/use-language.ts";
import { useSession } from "../session/session-query.ts";
import { SecondFactorNeeded } from "../shell/second-factor-needed.tsx";
import { unitOptions } from "../units/unit-options.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

interface ApiKeyFormProps {
  readonly onClose: () => void;
  readonly onCreated: (key: string) => void;
}

/** Makes a key: for what, where, how long. */
export function ApiKeyForm({ onClose, onCreated }: ApiKeyFormProps) {
  const words = useMessages({ zh, en });
  const language = useLanguage();
  const { timeZone } = useSession().organisation;
  const units = useQuery(routeQuery(listUnits, {}));
  const [name, setName] = useState("");
  const [unit, setUnit] = useState<string | null>(null);
  const [permissions, setPermissions] = useState<readonly KeyPermission[]>(["programme:read", "report:read"]);
  const [lastDay, setLastDay] = useState("");
  const create = useChange(createApiKey, { outdates: [listApiKeys], onDone: ({ key }) => onCreated(key) });
  const options = unitOptions(units.data?.entries ?? [], language);
  const unitId = unit ?? options[0]?.value ?? "";
  return (
    <Modal title={words.create} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (create.isPending || permissions.length === 0) return;
          const expiresAt = lastDay === "" ? null : boundsOfDay(lastDay, timeZone).until;
          create.mutate({ body: { name: name.trim(), unitId, permissions: [...permissions], expiresAt } });
        }}
      >
        <SecondFactorNeeded />
        <FailureNotice error={create.error ?? units.error} />
        <TextField
          label={words.name}
          hint={words.nameHint}
          required
          maxLength={100}
          fault={fieldFault(create.error, "name")}
          value={name}
          onType={setName}
        />
        <fieldset className="field-set">
          <legend>{words.permissions}</legend>
          {keyPermissions.map((permission) => (
            <label className="choice" key={permission}>
              <input
                type="checkbox"
                checked={permissions.includes(permission)}
                onChange={(event) =>
                  setPermissions(
                    keyPermissions.filter((each) =>
                      each === permission ? event.target.checked : permissions.includes(each),
                    ),
                  )
                }
              />
              {words.permissionNames[permission]}
            </label>
          ))}
          {permissions.length === 0 ? <span className="field-fault">{words.permissionNeeded}</span> : null}
        </fieldset>
        <SelectField label={words.unit} hint={words.unitHint} value={unitId} options={options} onChoose={setUnit} />
        <TextField label={words.lastDay} hint={words.lastDayHint} type="date" value={lastDay} onType={setLastDay} />
        <div className="row end">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="submit" tone="primary" state={create.isPending ? "working" : "idle"}>
            {words.createKey}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
