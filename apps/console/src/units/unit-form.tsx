import { changeUnit, createUnit, listUnits, type Unit, unitKinds } from "@manyi/contract/organisation/organisation";
import { useState } from "react";
import { fieldFault } from "../call/failure-text.ts";
import { useChange } from "../call/use-route.ts";
import { Button } from "../controls/button.tsx";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { SelectField, TextField } from "../controls/field.tsx";
import { Modal } from "../controls/modal.tsx";
import { tell } from "../controls/teller.tsx";
import { textIn, withText } from "../language/local-text.ts";
import { useLanguage, useMessages } from "../language/use-language.ts";
import { SecondFactorNeeded } from "../shell/second-factor-needed.tsx";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { unitOptions, unitWithDescendants } from "./unit-options.ts";

export type UnitTask =
  | { readonly kind: "add"; readonly parent: Unit }
  | { readonly kind: "change"; readonly unit: Unit };

interface UnitFormProps {
  readonly task: UnitTask;
  readonly units: readonly Unit[];
  readonly onClose: () => void;
}

/** Adds a unit below another, or renames and moves one. */
export function UnitForm({ task, units, onClose }: UnitFormProps) {
  const words = useMessages({ zh, en });
  const language = useLanguage();
  const old = task.kind === "change" ? task.unit : null;
  const [name, setName] = useState(old === null ? "" : textIn(old.name, language));
  const [kind, setKind] = useState(old?.kind ?? "department");
  const [code, setCode] = useState(old?.code ?? "");
  const [parentId, setParentId] = useState(task.kind === "add" ? task.parent.id : task.unit.parentId);
  const done = () => {
    tell(words.saved(name.trim()));
    onClose();
  };
  const create = useChange(createUnit, { outdates: [listUnits], onDone: done });
  const change = useChange(changeUnit, { outdates: [listUnits], onDone: done });
  const error = create.error ?? change.error;
  const inside = old === null ? new Set<string>() : unitWithDescendants(units, old.id);
  const save = () => {
    const body = { kind, name: withText(old?.name ?? {}, name.trim(), language), code: code.trim() || null };
    if (old === null) {
      if (parentId !== null) create.mutate({ body: { ...body, parentId } });
      return;
    }
    const moved = parentId !== null && parentId !== old.parentId ? { parentId } : {};
    change.mutate({ params: { unitId: old.id }, body: { ...body, ...moved } });
  };
  return (
    <Modal
      title={task.kind === "add" ? words.addBelow(textIn(task.parent.name, language)) : words.changeUnit}
      onClose={onClose}
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!create.isPending && !change.isPending) save();
        }}
      >
        <SecondFactorNeeded />
        <FailureNotice error={error} />
        <TextField
          label={words.name}
          required
          maxLength={200}
          fault={fieldFault(error, "name")}
          value={name}
          onType={setName}
        />
        <SelectField
          label={words.kind}
          value={kind}
          options={unitKinds.map((each) => ({ value: each, text: words.kinds[each] }))}
          onChoose={setKind}
        />
        {parentId === null ? null : (
          <SelectField
            label={words.parent}
            hint={old === null ? undefined : words.parentHint}
            value={parentId}
            options={unitOptions(
              units.filter(({ id }) => !inside.has(id)),
              language,
            )}
            onChoose={setParentId}
          />
        )}
        <TextField
          label={words.code}
          hint={words.codeHint}
          maxLength={100}
          spellCheck={false}
          fault={fieldFault(error, "code")}
          value={code}
          onType={setCode}
        />
        <div className="row end">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="submit" tone="primary" state={create.isPending || change.isPending ? "working" : "idle"}>
            {task.kind === "add" ? words.addUnit : words.save}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
