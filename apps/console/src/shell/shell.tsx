import type { Session } from "@manyi/contract/session/session";
import { Link, useLocation } from "@tanstack/react-router";
import { type ReactNode, Suspense, useEffect, useState } from "react";
import { onSessionEnded } from "../call/session-ended.ts";
import { Notice } from "../controls/notice.tsx";
import { SkeletonRows } from "../controls/skeleton.tsx";
import { useMessages } from "../language/use-language.ts";
import { CommandPalette } from "../palette/command-palette.tsx";
import { SessionEndedDialog } from "../sign-in/session-ended-dialog.tsx";
import { ConnectionNotice } from "./connection-notice.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { placesFor } from "./settings-places.ts";
import { UserMenu } from "./user-menu.tsx";
import { Wordmark } from "./wordmark.tsx";

const shortcut = /Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘K" : "Ctrl K";

/** The bar with the places, what holds for every page, and the page. */
export function Shell({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  const words = useMessages({ zh, en });
  const [ended, setEnded] = useState<"no" | "yes">("no");
  const [palette, setPalette] = useState<"closed" | "open">("closed");

  // Imports and templates make programmes, though their addresses do not lie below them.
  const { pathname } = useLocation();
  const making = pathname.startsWith("/import") || pathname.startsWith("/new-programme");

  useEffect(() => onSessionEnded(() => setEnded("yes")), []);
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      setPalette("open");
    };
    document.addEventListener("keydown", open);
    return () => document.removeEventListener("keydown", open);
  }, []);

  return (
    <>
      <a className="skip" href="#page">
        {words.skip}
      </a>
      <header className="top-bar screen-only">
        <Link to="/programmes" className="home" aria-label={words.home}>
          <Wordmark />
        </Link>
        <nav aria-label={words.places}>
          <Link to="/programmes" aria-current={making ? "page" : undefined} activeProps={{ "aria-current": "page" }}>
            {words.programmes}
          </Link>
          {placesFor(session).length === 0 ? null : (
            <Link to="/settings" activeProps={{ "aria-current": "page" }}>
              {words.settings}
            </Link>
          )}
        </nav>
        <div className="bar-tools">
          <button type="button" className="find" onClick={() => setPalette("open")}>
            <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
              <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
              <path d="M9.3 9.3L13 13" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
            </svg>
            <span className="find-word">{words.find}</span>
            <span className="key" aria-hidden="true">
              {shortcut}
            </span>
          </button>
          <LanguageSwitch keptIn="profile" />
          <UserMenu session={session} />
        </div>
      </header>
      <ConnectionNotice />
      {session.secondFactorMissing ? (
        <div className="above-page screen-only">
          <Notice tone="caution" action={<Link to="/profile">{words.setUpSecondFactor}</Link>}>
            {words.secondFactorMissing}
          </Notice>
        </div>
      ) : null}
      <main id="page" tabIndex={-1}>
        <Suspense
          fallback={
            <div className="page">
              <SkeletonRows rows={6} />
            </div>
          }
        >
          {children}
        </Suspense>
      </main>
      {palette === "open" ? <CommandPalette session={session} onClose={() => setPalette("closed")} /> : null}
      {ended === "yes" ? <SessionEndedDialog session={session} onBack={() => setEnded("no")} /> : null}
    </>
  );
}
