import { readSession, type Session } from "@manyi/contract/session/session";
import { useQueryClient } from "@tanstack/react-query";
import { Modal } from "../controls/modal.tsx";
import { useMessages } from "../language/use-language.ts";
import { sessionQuery } from "../session/session-query.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { SignInForm } from "./sign-in-form.tsx";

interface SessionEndedProps {
  readonly session: Session;
  readonly onBack: () => void;
}

/** Signs somebody in again over the page they were on: whatever they had typed there is still there. */
export function SessionEndedDialog({ session, onBack }: SessionEndedProps) {
  const words = useMessages({ zh, en });
  const client = useQueryClient();

  const goOn = async () => {
    const now = await client.fetchQuery({ ...sessionQuery, staleTime: 0 }).catch(() => null);
    // Somebody else must not see what the page still shows of the first.
    if (now?.user.id !== session.user.id) {
      location.reload();
      return;
    }
    onBack();
    await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== readSession.name });
  };

  return (
    <Modal title={words.sessionEnded} onClose={() => location.assign("/sign-in")}>
      <p>{words.sessionEndedWhy}</p>
      <SignInForm email={session.user.email} onSignedIn={() => void goOn()} />
    </Modal>
  );
}
