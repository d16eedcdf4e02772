import "./profile.css";
import { changeProfile, readSession } from "@manyi/contract/session/session";
import { useState } from "react";
import { fieldFault } from "../call/failure-text.ts";
import { useChange } from "../call/use-route.ts";
import { Button } from "../controls/button.tsx";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { SelectField, TextField } from "../controls/field.tsx";
import { PageHeading } from "../controls/page-heading.tsx";
import { tell } from "../controls/teller.tsx";
import { changeLanguage } from "../language/current-language.ts";
import { textIn } from "../language/local-text.ts";
import { useLanguage, useMessages } from "../language/use-language.ts";
import { roleNames } from "../members/role-names.ts";
import { useSession } from "../session/session-query.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { PasswordForm } from "./password-form.tsx";
import { SecondFactor } from "./second-factor.tsx";
import { SessionList } from "./session-list.tsx";

/** What is one's own: name, language, password, authenticator, sessions. */
export function ProfilePage() {
  const words = useMessages({ zh, en });
  const language = useLanguage();
  const session = useSession();
  return (
    <div className="page profile">
      <div className="page-head">
        <div>
          <PageHeading title={words.title} />
          <p className="lead">{session.user.email}</p>
        </div>
      </div>
      <section>
        <h2>{words.person}</h2>
        <PersonForm key={session.user.id} />
        <h3>{words.roles}</h3>
        <ul>
          {session.memberships.map(({ role, unitId, unitName }) => (
            <li key={`${role}-${unitId}`}>
              {roleNames[language][role]} <span className="muted">· {textIn(unitName, language)}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className="divided">
        <h2>{words.secondFactor}</h2>
        <SecondFactor />
      </section>
      <section className="divided">
        <h2>{words.password}</h2>
        <PasswordForm />
      </section>
      <section className="divided">
        <h2>{words.sessions}</h2>
        <SessionList />
      </section>
    </div>
  );
}

function PersonForm() {
  const words = useMessages({ zh, en });
  const { user } = useSession();
  const [name, setName] = useState(user.name);
  const [language, setLanguage] = useState(user.language);
  const change = useChange(changeProfile, {
    outdates: [readSession],
    onDone: () => {
      changeLanguage(language);
      tell(words.saved);
    },
  });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!change.isPending) change.mutate({ body: { name: name.trim(), language } });
      }}
    >
      <FailureNotice error={change.error} />
      <TextField
        label={words.name}
        autoComplete="name"
        required
        maxLength={100}
        fault={fieldFault(change.error, "name")}
        value={name}
        onType={setName}
      />
      <SelectField
        label={words.language}
        hint={words.languageHint}
        value={language}
        options={[
          { value: "zh", text: words.languages.zh },
          { value: "en", text: words.languages.en },
        ]}
        onChoose={setLanguage}
      />
      <div>
        <Button kind="submit" tone="primary" state={change.isPending ? "working" : "idle"}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}
