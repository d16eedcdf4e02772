import { Link } from "@tanstack/react-router";
import { Notice } from "../controls/notice.tsx";
import { useMessages } from "../language/use-language.ts";
import { useSession } from "../session/session-query.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

/** Opens a form that the server would refuse for want of an authenticator: better known before it is filled in. */
export function SecondFactorNeeded() {
  const words = useMessages({ zh, en });
  if (!useSession().secondFactorMissing) return null;
  return (
    <Notice tone="caution" action={<Link to="/profile">{words.setUpSecondFactor}</Link>}>
      {words.secondFactorNeeded}
    </Notice>
  );
}
