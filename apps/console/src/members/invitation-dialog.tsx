import { Button } from "../controls/button.tsx";
import { CopyText } from "../controls/copy-text.tsx";
import { Modal } from "../controls/modal.tsx";
import { Notice } from "../controls/notice.tsx";
import { useMessages } from "../language/use-language.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

interface InvitationProps {
  readonly name: string;
  /** Null: it was mailed. */
  readonly link: string | null;
  readonly onClose: () => void;
}

/** The link to set a password: sent, or shown this once to be handed over. */
export function InvitationDialog({ name, link, onClose }: InvitationProps) {
  const words = useMessages({ zh, en });
  return (
    <Modal title={words.linkFor(name)} onClose={onClose}>
      {link === null ? (
        <Notice tone="done">{words.linkMailed(name)}</Notice>
      ) : (
        <>
          <p>{words.linkShown(name)}</p>
          <CopyText label={words.linkFor(name)} text={link} />
        </>
      )}
      <div className="row end">
        <Button tone="primary" onClick={onClose}>
          {words.done}
        </Button>
      </div>
    </Modal>
  );
}
