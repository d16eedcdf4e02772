import { readProgramme } from "@manyi/contract/programme/programmes";
import { excludeResponse, listResponses, type Response } from "@manyi/contract/programme/responses";
import { readResultsState } from "@manyi/contract/results/results";
import { useState } from "react";
import { fieldFault } from "../call/failure-text.ts";
import { useChange } from "../call/use-route.ts";
import { Button } from "../controls/button.tsx";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { TextField } from "../controls/field.tsx";
import { Modal } from "../controls/modal.tsx";
import { tell } from "../controls/teller.tsx";
import { useMessages } from "../language/use-language.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

/** Asks why a response is left out: the reason stays with it. */
export function ExcludeDialog({ response, onClose }: { readonly response: Response; readonly onClose: () => void }) {
  const words = useMessages({ zh, en });
  const [reason, setReason] = useState("");
  const exclude = useChange(excludeResponse, {
    outdates: [listResponses, readProgramme, readResultsState],
    onDone: () => {
      tell(words.excluded);
      onClose();
    },
  });
  return (
    <Modal title={words.excludeTitle} onClose={onClose}>
      <p>{words.excludeWhat}</p>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!exclude.isPending)
            exclude.mutate({ params: { responseId: response.id }, body: { reason: reason.trim() } });
        }}
      >
        <FailureNotice error={exclude.error} />
        <TextField
          label={words.reason}
          hint={words.reasonHint}
          fault={fieldFault(exclude.error, "reason")}
          required
          minLength={2}
          maxLength={500}
          value={reason}
          onType={setReason}
        />
        <div className="row end">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="submit" tone="danger" state={exclude.isPending ? "working" : "idle"}>
            {words.excludeThis}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
