import { closeWave, type Fieldwork, readFieldwork } from "@manyi/contract/collection/fieldwork";
import { readProgramme } from "@manyi/contract/programme/programmes";
import { useState } from "react";
import { useChange } from "../call/use-route.ts";
import { Button } from "../controls/button.tsx";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { Modal } from "../controls/modal.tsx";
import { tell } from "../controls/teller.tsx";
import { count } from "../format/number.ts";
import { useMessages } from "../language/use-language.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

interface CloseDialogProps {
  readonly fieldwork: Fieldwork;
  readonly name: string;
  readonly onClose: () => void;
}

const graces = [0, 30, 120, 1_440] as const;

/** Ends collecting; who has begun may finish within the grace time. */
export function CloseDialog({ fieldwork, name, onClose }: CloseDialogProps) {
  const words = useMessages({ zh, en });
  const [grace, setGrace] = useState<(typeof graces)[number]>(30);
  const close = useChange(closeWave, {
    outdates: [readFieldwork, readProgramme],
    onDone: () => {
      tell(words.closed(name));
      onClose();
    },
  });
  return (
    <Modal title={words.closeTitle(name)} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!close.isPending) {
            close.mutate({ params: { waveId: fieldwork.waveId }, body: { graceMinutes: grace } });
          }
        }}
      >
        <p>{words.closeWhat}</p>
        {fieldwork.started === 0 ? null : <p>{words.underWay(count(fieldwork.started))}</p>}
        <fieldset className="field-set">
          <legend>{words.grace}</legend>
          {graces.map((minutes) => (
            <label key={minutes} className="choice">
              <input type="radio" name="grace" checked={minutes === grace} onChange={() => setGrace(minutes)} />
              <span>{words.graces[minutes]}</span>
            </label>
          ))}
        </fieldset>
        <p className="muted">{words.afterClose}</p>
        <FailureNotice error={close.error} />
        <div className="row end">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="submit" tone="primary" state={close.isPending ? "working" : "idle"}>
            {words.closeNow}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
