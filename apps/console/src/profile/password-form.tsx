import { changePassword, listSessions } from "@manyi/contract/session/session";
import { useState } from "react";
import { isProblem } from "../call/call-error.ts";
import { useChange } from "../call/use-route.ts";
import { Button } from "../controls/button.tsx";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { TextField } from "../controls/field.tsx";
import { tell } from "../controls/teller.tsx";
import { useMessages } from "../language/use-language.ts";
import { useSession } from "../session/session-query.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

const leastPassword = 12;

/** Changes one's own password; every other session ends. */
export function PasswordForm() {
  const words = useMessages({ zh, en });
  const { user } = useSession();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const change = useChange(changePassword, {
    outdates: [listSessions],
    onDone: () => {
      setCurrent("");
      setNext("");
      tell(words.passwordChanged);
    },
  });
  const wrong = isProblem(change.error, "password-wrong");
  const weak = isProblem(change.error, "password-weak");
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!change.isPending) change.mutate({ body: { current, next } });
      }}
    >
      {wrong || weak ? null : <FailureNotice error={change.error} />}
      {/* Password managers want to know whose password it is. */}
      <input type="text" autoComplete="username" value={user.email} readOnly hidden />
      <TextField
        label={words.currentPassword}
        type="password"
        autoComplete="current-password"
        required
        maxLength={256}
        fault={wrong ? words.passwordWrong : null}
        value={current}
        onType={setCurrent}
      />
      <TextField
        label={words.newPassword}
        hint={words.passwordRule(leastPassword)}
        type="password"
        autoComplete="new-password"
        required
        minLength={leastPassword}
        maxLength={256}
        fault={weak ? words.passwordWeak : null}
        value={next}
        onType={setNext}
      />
      <div>
        <Button kind="submit" state={change.isPending ? "working" : "idle"}>
          {words.changePassword}
        </Button>
      </div>
    </form>
  );
}
