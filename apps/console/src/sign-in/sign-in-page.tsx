import { returnTo } from "@manyi/contract/session/return-to";
import { readSession } from "@manyi/contract/session/session";
import { useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link, useRouter } from "@tanstack/react-router";
import { changeLanguage } from "../language/current-language.ts";
import { useMessages } from "../language/use-language.ts";
import { sessionQuery } from "../session/session-query.ts";
import { Doorstep } from "./doorstep.tsx";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { SignInForm } from "./sign-in-form.tsx";

const page = getRouteApi("/sign-in");

/** The door. Afterwards one stands where one wanted to go, in the language of one's profile. */
export function SignInPage() {
  const words = useMessages({ zh, en });
  const search = page.useSearch();
  const router = useRouter();
  const client = useQueryClient();

  const enter = async () => {
    client.removeQueries({ queryKey: [readSession.name] });
    const session = await client.fetchQuery(sessionQuery).catch(() => null);
    if (session !== null) changeLanguage(session.user.language);
    const wanted = returnTo(search.returnTo);
    router.history.push(wanted.startsWith("/sign-in") ? "/" : wanted);
  };

  return (
    <Doorstep title={words.signInTitle}>
      <SignInForm
        onSignedIn={() => void enter()}
        foot={
          <p>
            <Link to="/forgotten-password">{words.forgotten}</Link>
          </p>
        }
      />
    </Doorstep>
  );
}
