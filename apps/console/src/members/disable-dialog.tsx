import { disableMember, listMembers, type Member } from "@manyi/contract/organisation/members";
import { useChange } from "../call/use-route.ts";
import { Button } from "../controls/button.tsx";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { Modal } from "../controls/modal.tsx";
import { tell } from "../controls/teller.tsx";
import { useMessages } from "../language/use-language.ts";
import { SecondFactorNeeded } from "../shell/second-factor-needed.tsx";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

/** Asks before somebody is locked out: who, and what happens. */
export function DisableDialog({ member, onClose }: { readonly member: Member; readonly onClose: () => void }) {
  const words = useMessages({ zh, en });
  const disable = useChange(disableMember, {
    outdates: [listMembers],
    onDone: () => {
      tell(words.disabledNow);
      onClose();
    },
  });
  return (
    <Modal title={words.disableTitle(member.name)} onClose={onClose}>
      <SecondFactorNeeded />
      <p>{words.disableWhat(member.name, member.email)}</p>
      <FailureNotice error={disable.error} />
      <div className="row end">
        <Button onClick={onClose}>{words.cancel}</Button>
        <Button
          tone="danger"
          state={disable.isPending ? "working" : "idle"}
          onClick={() => disable.mutate({ params: { memberId: member.id } })}
        >
          {words.disable}
        </Button>
      </div>
    </Modal>
  );
}
