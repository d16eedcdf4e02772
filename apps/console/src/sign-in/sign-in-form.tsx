import { passSecondFactor, signIn } from "@manyi/contract/session/session";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { call } from "../call/call.ts";
import { isProblem } from "../call/call-error.ts";
import { Button } from "../controls/button.tsx";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { TextField } from "../controls/field.tsx";
import { useMessages } from "../language/use-language.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

interface SignInFormProps {
  /** Known already when a session has ended. */
  readonly email?: string;
  readonly onSignedIn: () => void;
  /** Stands under the first step. */
  readonly foot?: ReactNode;
}

/** Signing in: address and password, then the code where the account asks for one. */
export function SignInForm({ email: known = "", onSignedIn, foot }: SignInFormProps) {
  const [step, setStep] = useState<"password" | "code">("password");
  if (step === "code") return <CodeStep onSignedIn={onSignedIn} onBack={() => setStep("password")} />;
  return <PasswordStep known={known} onSignedIn={onSignedIn} onCode={() => setStep("code")} foot={foot} />;
}

interface PasswordStepProps {
  readonly known: string;
  readonly onSignedIn: () => void;
  readonly onCode: () => void;
  readonly foot: ReactNode;
}

function PasswordStep({ known, onSignedIn, onCode, foot }: PasswordStepProps) {
  const words = useMessages({ zh, en });
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState("");
  const first = useFocusOnce();
  const attempt = useMutation({
    mutationFn: () => call(signIn, { body: { email: email.trim(), password } }),
    onSuccess: ({ kind }) => (kind === "second-factor" ? onCode() : onSignedIn()),
  });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!attempt.isPending) attempt.mutate();
      }}
    >
      <FailureNotice error={attempt.error} />
      <TextField
        ref={known === "" ? first : undefined}
        label={words.email}
        type="email"
        name="email"
        autoComplete="username"
        required
        maxLength={254}
        value={email}
        onType={setEmail}
      />
      <TextField
        ref={known === "" ? undefined : first}
        data-first={known === "" ? undefined : ""}
        label={words.password}
        type="password"
        name="password"
        autoComplete="current-password"
        required
        maxLength={256}
        value={password}
        onType={setPassword}
      />
      <Button kind="submit" tone="primary" state={attempt.isPending ? "working" : "idle"}>
        {words.signIn}
      </Button>
      {foot}
    </form>
  );
}

function CodeStep({ onSignedIn, onBack }: { readonly onSignedIn: () => void; readonly onBack: () => void }) {
  const words = useMessages({ zh, en });
  const [code, setCode] = useState("");
  const [factor, setFactor] = useState<"authenticator" | "recovery">("authenticator");
  const first = useFocusOnce();
  const attempt = useMutation({
    mutationFn: () => call(passSecondFactor, { body: { code: code.trim() } }),
    onSuccess: onSignedIn,
  });
  const wrong = isProblem(attempt.error, "code-wrong");
  const recovery = factor === "recovery";
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!attempt.isPending) attempt.mutate();
      }}
    >
      {wrong ? null : <FailureNotice error={attempt.error} />}
      <TextField
        ref={first}
        key={factor}
        label={recovery ? words.recoveryCode : words.code}
        hint={recovery ? words.recoveryCodeHint : words.codeHint}
        fault={wrong ? words.codeWrong : null}
        name="code"
        autoComplete="one-time-code"
        inputMode={recovery ? "text" : "numeric"}
        required
        minLength={6}
        maxLength={24}
        spellCheck={false}
        value={code}
        onType={setCode}
      />
      <Button kind="submit" tone="primary" state={attempt.isPending ? "working" : "idle"}>
        {words.goOn}
      </Button>
      <div className="row">
        <Button
          tone="quiet"
          size="compact"
          onClick={() => {
            setCode("");
            setFactor(recovery ? "authenticator" : "recovery");
          }}
        >
          {recovery ? words.useAuthenticator : words.useRecoveryCode}
        </Button>
        <Button tone="quiet" size="compact" onClick={onBack}>
          {words.back}
        </Button>
      </div>
    </form>
  );
}

/** Puts the cursor into the step's first field when it appears. */
function useFocusOnce() {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return field;
}
