import { useState } from "react";
import { isProblem } from "../call/call-error.ts";
import { Button } from "../controls/button.tsx";
import { CopyText } from "../controls/copy-text.tsx";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { TextField } from "../controls/field.tsx";
import { saveFile } from "../controls/save-file.ts";
import { useMessages } from "../language/use-language.ts";
import { QrCode } from "../qr/qr-code.tsx";
import { focusOn } from "./focus-on.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

interface SetupProps {
  readonly prepared: { readonly address: string; readonly recoveryCodes: readonly string[] };
  readonly error: unknown;
  readonly state: "idle" | "working";
  readonly onConfirm: (code: string) => void;
  readonly onCancel: () => void;
}

/** Three steps: scan, keep the recovery codes, enter a first code. */
export function SecondFactorSetup({ prepared, error, state, onConfirm, onCancel }: SetupProps) {
  const words = useMessages({ zh, en });
  const [code, setCode] = useState("");
  const { address, recoveryCodes } = prepared;
  const secret = new URL(address).searchParams.get("secret") ?? "";
  const wrong = isProblem(error, "code-wrong");
  return (
    <ol className="setup-steps">
      <li>
        <h3 ref={focusOn} tabIndex={-1}>
          {words.scan}
        </h3>
        <p className="muted">{words.scanHow}</p>
        <QrCode text={address} label={words.qrCode} />
        <p className="muted">{words.orType}</p>
        <CopyText label={words.secret} text={secret} />
      </li>
      <li>
        <h3>{words.recoveryCodes}</h3>
        <p className="muted">{words.recoveryWhat}</p>
        <ul className="recovery-codes mono">
          {recoveryCodes.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
        <Button
          onClick={() =>
            saveFile(new Blob([`${recoveryCodes.join("\n")}\n`], { type: "text/plain" }), words.recoveryFile)
          }
        >
          {words.saveCodes}
        </Button>
      </li>
      <li>
        <h3>{words.confirm}</h3>
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            if (state === "idle") onConfirm(code.trim());
          }}
        >
          {wrong ? null : <FailureNotice error={error} />}
          <TextField
            label={words.code}
            hint={words.codeHint}
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            minLength={6}
            maxLength={24}
            fault={wrong ? words.codeWrong : null}
            value={code}
            onType={setCode}
          />
          <div className="row">
            <Button kind="submit" tone="primary" state={state}>
              {words.finish}
            </Button>
            <Button tone="quiet" onClick={onCancel}>
              {words.cancel}
            </Button>
          </div>
        </form>
      </li>
    </ol>
  );
}
