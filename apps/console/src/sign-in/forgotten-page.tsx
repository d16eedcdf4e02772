import { askForReset } from "@manyi/contract/session/session";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
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

/** Asks for a link. What it answers never tells whether an address is known. */
export function ForgottenPage() {
  const words = useMessages({ zh, en });
  const [email, setEmail] = useState("");
  const ask = useMutation({ mutationFn: () => call(askForReset, { body: { email: email.trim() } }) });
  const withoutMail = isProblem(ask.error, "mail-not-configured");
  return (
    <Doorstep title={words.forgottenTitle}>
      {ask.isSuccess ? (
        <div className="stack">
          <Notice tone="done">{words.linkSent(email.trim())}</Notice>
          <p>
            <Link to="/sign-in">{words.toSignIn}</Link>
          </p>
        </div>
      ) : (
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            if (!ask.isPending) ask.mutate();
          }}
        >
          {withoutMail ? <Notice tone="caution">{words.noMail}</Notice> : <FailureNotice error={ask.error} />}
          <TextField
            label={words.email}
            hint={words.forgottenHint}
            type="email"
            autoComplete="username"
            required
            maxLength={254}
            value={email}
            onType={setEmail}
          />
          <Button kind="submit" tone="primary" state={ask.isPending ? "working" : "idle"}>
            {words.sendLink}
          </Button>
          <p>
            <Link to="/sign-in">{words.toSignIn}</Link>
          </p>
        </form>
      )}
    </Doorstep>
  );
}
