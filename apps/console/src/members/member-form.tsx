import { addMember, changeMember, listMembers, type Member } from "@manyi/contract/organisation/members";
import { listUnits, type Unit } from "@manyi/contract/organisation/organisation";
import { useState } from "react";
import { fieldFault } from "../call/failure-text.ts";
import { useChange } from "../call/use-route.ts";
import { Button } from "../controls/button.tsx";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { SelectField, TextField } from "../controls/field.tsx";
import { Modal } from "../controls/modal.tsx";
import { tell } from "../controls/teller.tsx";
import { useLanguage, useMessages } from "../language/use-language.ts";
import { SecondFactorNeeded } from "../shell/second-factor-needed.tsx";
import { type MembershipDraft, MembershipEditor } from "./membership-editor.tsx";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

interface MemberFormProps {
  /** Null: somebody new. */
  readonly member: Member | null;
  readonly units: readonly Unit[];
  readonly onClose: () => void;
  readonly onAdded: (name: string, link: string | null) => void;
}

/** Adds a member, or sets which roles one holds where. */
export function MemberForm({ member, units, onClose, onAdded }: MemberFormProps) {
  const words = useMessages({ zh, en });
  const language = useLanguage();
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [mailLanguage, setMailLanguage] = useState(language);
  const [memberships, setMemberships] = useState<readonly MembershipDraft[]>(
    member?.memberships ?? [{ role: "manager", unitId: units[0]?.id ?? "" }],
  );
  const outdates = [listMembers, listUnits];
  const add = useChange(addMember, { outdates, onDone: ({ link }) => onAdded(name.trim(), link) });
  const change = useChange(changeMember, {
    outdates,
    onDone: () => {
      tell(words.rolesSaved);
      onClose();
    },
  });
  const error = add.error ?? change.error;
  const drafts = memberships.map(({ role, unitId }) => ({ role, unitId }));
  const save = () => {
    if (member !== null) change.mutate({ params: { memberId: member.id }, body: { memberships: drafts } });
    else {
      add.mutate({
        body: { name: name.trim(), email: email.trim(), language: mailLanguage, memberships: drafts },
      });
    }
  };
  return (
    <Modal title={member === null ? words.addTitle : words.rolesOf(member.name)} shape="wide" onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!add.isPending && !change.isPending) save();
        }}
      >
        <SecondFactorNeeded />
        <FailureNotice error={error} />
        {member !== null ? null : (
          <>
            <TextField
              label={words.name}
              required
              maxLength={100}
              fault={fieldFault(error, "name")}
              value={name}
              onType={setName}
            />
            <TextField
              label={words.email}
              type="email"
              required
              maxLength={254}
              fault={fieldFault(error, "email")}
              value={email}
              onType={setEmail}
            />
            <SelectField
              label={words.language}
              value={mailLanguage}
              options={[
                { value: "zh", text: words.languages.zh },
                { value: "en", text: words.languages.en },
              ]}
              onChoose={setMailLanguage}
            />
          </>
        )}
        <MembershipEditor memberships={memberships} units={units} onChange={setMemberships} />
        <div className="row end">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="submit" tone="primary" state={add.isPending || change.isPending ? "working" : "idle"}>
            {member === null ? words.addMember : words.saveRoles}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
