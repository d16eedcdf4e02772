import { type Session, signOut } from "@manyi/contract/session/session";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { call } from "../call/call.ts";
import { isProblem } from "../call/call-error.ts";
import { Menu } from "../controls/menu.tsx";
import { tell } from "../controls/teller.tsx";
import { useMessages } from "../language/use-language.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { ThemeChoice } from "./theme-choice.tsx";

/** Who one is, what is one's own, the colours, and the way out. */
export function UserMenu({ session }: { readonly session: Session }) {
  const words = useMessages({ zh, en });
  const client = useQueryClient();
  const navigate = useNavigate();
  const leave = useMutation({
    mutationFn: () =>
      call(signOut, {}).catch((error: unknown) => {
        // Who is not signed in any more is out already.
        if (!isProblem(error, "not-signed-in")) throw error;
      }),
    onSuccess: async () => {
      await navigate({ to: "/sign-in" });
      client.clear();
    },
    onError: () => tell(words.signOutFailed),
  });
  const { name, email } = session.user;
  return (
    <Menu
      label={words.account(name)}
      look="bar-button account"
      face={
        <span className="avatar" aria-hidden="true">
          {[...name.trim()][0]}
        </span>
      }
    >
      {(close) => (
        <>
          <p>
            <strong>{name}</strong>
            <br />
            <span className="muted small">{email}</span>
          </p>
          <Link to="/profile" className="menu-item" onClick={close}>
            {words.profile}
          </Link>
          <ThemeChoice />
          <hr className="menu-line" />
          <button type="button" className="menu-item" onClick={() => leave.mutate()}>
            {words.signOut}
          </button>
        </>
      )}
    </Menu>
  );
}
