import type { Unit } from "@manyi/contract/organisation/organisation";
import { type Role, roles } from "@manyi/contract/rights/role";
import { Button } from "../controls/button.tsx";
import { keyed } from "../controls/keyed.ts";
import { useLanguage, useMessages } from "../language/use-language.ts";
import { unitOptions } from "../units/unit-options.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { roleNames } from "./role-names.ts";

export interface MembershipDraft {
  readonly role: Role;
  readonly unitId: string;
}

interface MembershipEditorProps {
  readonly memberships: readonly MembershipDraft[];
  readonly units: readonly Unit[];
  readonly onChange: (memberships: readonly MembershipDraft[]) => void;
}

/** Which role where, as many as somebody has. */
export function MembershipEditor({ memberships, units, onChange }: MembershipEditorProps) {
  const words = useMessages({ zh, en });
  const language = useLanguage();
  const options = unitOptions(units, language);
  const replace = (index: number, draft: MembershipDraft) =>
    onChange(memberships.map((each, at) => (at === index ? draft : each)));
  return (
    <fieldset className="field-set memberships">
      <legend>{words.roles}</legend>
      {keyed(memberships).map(({ key, item: draft, index }) => (
        // Two rows may hold the same role while they are being edited.
        <div className="membership" key={key}>
          <select
            className="input"
            aria-label={words.role}
            value={draft.role}
            onChange={(event) => {
              const role = roles.find((each) => each === event.target.value);
              if (role !== undefined) replace(index, { ...draft, role });
            }}
          >
            {roles.map((role) => (
              <option key={role} value={role}>
                {roleNames[language][role]}
              </option>
            ))}
          </select>
          <select
            className="input"
            aria-label={words.unit}
            value={draft.unitId}
            onChange={(event) => replace(index, { ...draft, unitId: event.target.value })}
          >
            {options.map(({ value, text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
          {memberships.length < 2 ? null : (
            <button
              type="button"
              className="close"
              aria-label={words.removeRole(roleNames[language][draft.role])}
              onClick={() => onChange(memberships.filter((_, at) => at !== index))}
            >
              ×
            </button>
          )}
        </div>
      ))}
      <div>
        <Button
          tone="quiet"
          size="compact"
          onClick={() => onChange([...memberships, { role: "reader", unitId: options[0]?.value ?? "" }])}
        >
          {words.addRole}
        </Button>
      </div>
      <p className="field-hint">{words.rolesHint}</p>
    </fieldset>
  );
}
