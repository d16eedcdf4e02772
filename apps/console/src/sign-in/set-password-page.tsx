import { resetPassword } from "@manyi/contract/session/session";
import { useMutation } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { call } from "../call/call.ts";
import { isProblem } from "../call/call-error.ts";
import { Button } from "../controls/button.tsx";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { TextField } from "../controls/field.tsx";
import { Notice } from "../controls/notice.tsx";
import { useMessages } from "../language/use-language.ts";
import { Doorstep } from "./doorstep.tsx";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

const page = getRouteApi("/reset-password");
export const leastPassword = 12;

/** Where the links of invitations and resets lead. */
export function SetPasswordPage() {
  const words = useMessages({ zh, en });
  const { token } = page.useSearch();
  const [password, setPassword] = useState("");
  const set = useMutation({ mutationFn: () => call(resetPassword, { body: { token: token ?? "", password } }) });
  const useless = token === undefined || isProblem(set.error, "link-used-or-expired");
  const weak = isProblem(set.error, "password-weak");
  return (
    <Doorstep title={words.setPasswordTitle}>
      {set.isSuccess ? (
        <div className="stack">
          <Notice tone="done">{words.passwordSet}</Notice>
          <Link to="/sign-in" className="button primary">
            {words.toSignIn}
          </Link>
        </div>
      ) : useless ? (
        <div className="stack">
          <Notice tone="caution">{words.linkUseless}</Notice>
          <Link to="/forgotten-password" className="button">
            {words.newLink}
          </Link>
        </div>
      ) : (
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            if (!set.isPending) set.mutate();
          }}
        >
          {weak ? null : <FailureNotice error={set.error} />}
          <TextField
            label={words.newPassword}
            hint={words.passwordRule(leastPassword)}
            fault={weak ? words.passwordWeak : null}
            type="password"
            autoComplete="new-password"
            required
            minLength={leastPassword}
            maxLength={256}
            value={password}
            onType={setPassword}
          />
          <Button kind="submit" tone="primary" state={set.isPending ? "working" : "idle"}>
            {words.setPassword}
          </Button>
        </form>
      )}
    </Doorstep>
  );
}
