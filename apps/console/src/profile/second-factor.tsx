import {
  confirmSecondFactor,
  prepareSecondFactor,
  readSession,
  removeSecondFactor,
} from "@manyi/contract/session/session";
import { useState } from "react";
import { isProblem } from "../call/call-error.ts";
import { useChange } from "../call/use-route.ts";
import { Button } from "../controls/button.tsx";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { TextField } from "../controls/field.tsx";
import { tell } from "../controls/teller.tsx";
import { useMessages } from "../language/use-language.ts";
import { useSession } from "../session/session-query.ts";
import { focusOn } from "./focus-on.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { SecondFactorSetup } from "./second-factor-setup.tsx";

/** The authenticator: set up with the password, a picture to scan and a first code; removed with the password. */
export function SecondFactor() {
  const words = useMessages({ zh, en });
  const { user } = useSession();
  const [step, setStep] = useState<"closed" | "password" | "closed-again">("closed");
  const prepare = useChange(prepareSecondFactor, { outdates: [] });
  const close = () => {
    setStep("closed-again");
    prepare.reset();
  };
  const confirm = useChange(confirmSecondFactor, {
    outdates: [readSession],
    onDone: () => {
      close();
      tell(words.secondFactorAdded);
    },
  });
  const remove = useChange(removeSecondFactor, {
    outdates: [readSession],
    onDone: () => {
      close();
      tell(words.secondFactorRemoved);
    },
  });
  if (prepare.data !== undefined) {
    return (
      <SecondFactorSetup
        prepared={prepare.data}
        error={confirm.error}
        state={confirm.isPending ? "working" : "idle"}
        onConfirm={(code) => confirm.mutate({ body: { code } })}
        onCancel={close}
      />
    );
  }
  if (step === "password") {
    return (
      <PasswordQuestion
        text={user.secondFactor ? words.removeWhat : words.prepareWhat}
        action={user.secondFactor ? words.removeNow : words.goOn}
        error={user.secondFactor ? remove.error : prepare.error}
        state={remove.isPending || prepare.isPending ? "working" : "idle"}
        onPassword={(password) => (user.secondFactor ? remove : prepare).mutate({ body: { password } })}
        onCancel={close}
      />
    );
  }
  return (
    <div className="stack">
      <p className="measure" ref={step === "closed-again" ? focusOn : null} tabIndex={-1}>
        {user.secondFactor ? words.hasSecondFactor : words.hasNone}
      </p>
      <div>
        <Button tone={user.secondFactor ? "plain" : "primary"} onClick={() => setStep("password")}>
          {user.secondFactor ? words.remove : words.setUp}
        </Button>
      </div>
    </div>
  );
}

interface QuestionProps {
  readonly text: string;
  readonly action: string;
  readonly error: unknown;
  readonly state: "idle" | "working";
  readonly onPassword: (password: string) => void;
  readonly onCancel: () => void;
}

function PasswordQuestion({ text, action, error, state, onPassword, onCancel }: QuestionProps) {
  const words = useMessages({ zh, en });
  const [password, setPassword] = useState("");
  const wrong = isProblem(error, "password-wrong");
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (state === "idle") onPassword(password);
      }}
    >
      <p>{text}</p>
      {wrong ? null : <FailureNotice error={error} />}
      <TextField
        autoFocus
        label={words.currentPassword}
        type="password"
        autoComplete="current-password"
        required
        maxLength={256}
        fault={wrong ? words.passwordWrong : null}
        value={password}
        onType={setPassword}
      />
      <div className="row">
        <Button kind="submit" tone="primary" state={state}>
          {action}
        </Button>
        <Button tone="quiet" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
