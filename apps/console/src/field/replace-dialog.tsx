import { readFieldwork, replaceLink } from "@manyi/contract/collection/fieldwork";
import { useChange } from "../call/use-route.ts";
import { Button } from "../controls/button.tsx";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { Modal } from "../controls/modal.tsx";
import { tell } from "../controls/teller.tsx";
import { useMessages } from "../language/use-language.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

interface ReplaceDialogProps {
  readonly waveId: string;
  readonly onClose: () => void;
}

/** Withdraws the link for good; what was printed or sent with it leads nowhere afterwards. */
export function ReplaceDialog({ waveId, onClose }: ReplaceDialogProps) {
  const words = useMessages({ zh, en });
  const replace = useChange(replaceLink, {
    outdates: [readFieldwork],
    onDone: () => {
      tell(words.replaced);
      onClose();
    },
  });
  return (
    <Modal title={words.replaceTitle} onClose={onClose}>
      <p>{words.replaceWhat}</p>
      <FailureNotice error={replace.error} />
      <div className="row end">
        <Button data-first onClick={onClose}>
          {words.cancel}
        </Button>
        <Button
          tone="danger"
          state={replace.isPending ? "working" : "idle"}
          onClick={() => replace.mutate({ params: { waveId } })}
        >
          {words.replaceNow}
        </Button>
      </div>
    </Modal>
  );
}
