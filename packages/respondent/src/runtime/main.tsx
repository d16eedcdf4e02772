/**
 * Takes over the form that the server has written: shows page by page, keeps what is answered, and sends it. It brings together what
 * belongs to this browser; the rest of the folder knows none of it.
 */
import "./older-browsers.ts";
import { hydrate, render } from "preact";
import { type Embedded, embeddedId, rootId } from "../embedded/embedded.ts";
import { fillInOf, sheetFor } from "../embedded/fill-in-of.ts";
import type { Messages } from "../messages/messages.ts";
import { faultFieldId } from "../question/parts/ids.ts";
import { App } from "./app.tsx";
import { browserPast, markIn } from "./browser-past.ts";
import { openDraftStore } from "./draft-store.ts";
import { picksIn } from "./picks.ts";
import { serverCalls } from "./server-calls.ts";
import { Session } from "./session.ts";
import type { Attention, SessionParts } from "./session-parts.ts";
import type { State } from "./state.ts";
import { shownFaults } from "./steps.ts";
import { storageOf } from "./storage-of.ts";
import { newSubmissionId, type Timers } from "./surroundings.ts";

/** @param words those of the document's language: a script carries one language only */
export function startRuntime(words: Messages): void {
  const holder = document.getElementById(embeddedId);
  const root = document.getElementById(rootId);
  if (holder !== null && root !== null) takeOver(root, JSON.parse(holder.textContent ?? ""), words);
}

function takeOver(root: HTMLElement, embedded: Embedded, words: Messages): void {
  const sheet = sheetFor(embedded, words);
  const { questions } = fillInOf(embedded, sheet).page;
  const asked = questions.map(({ question }) => question);
  const picks = picksIn(root.querySelector("form"), asked, embedded.answers);
  const show = (state: State) => <App {...{ embedded, sheet, state, session }} now={Date.now()} />;
  let isHydrated = false;
  const parts: SessionParts = {
    store: openDraftStore(storageOf(window), embedded.link, Date.now()),
    calls: serverCalls(embedded.link, (address, options) => fetch(address, options)),
    timers,
    past: browserPast(history),
    windowName: newSubmissionId(fillAtRandom),
    newId: () => (window.crypto === undefined ? null : newSubmissionId(fillAtRandom)),
    draw: (state) => {
      if (isHydrated) render(show(state), root);
    },
    lead: (attention) => lead(attention, embedded, session.state),
    open: openDocument,
  };
  const session = new Session(embedded, picks, parts);
  // What the server wrote, with what was picked since; only then may it become another screen.
  hydrate(show(session.state), root);
  isHydrated = true;
  const wish = location.hash;
  if (wish === "#another") history.replaceState(null, "", location.pathname + location.search);
  session.begin(wish === "#go-on" ? "go-on" : wish === "#another" ? "another" : "ask");
  root.setAttribute("data-ready", "");
  listen(session, root);
  setInterval(() => {
    const { screen } = session.state;
    if (screen.kind === "sending" && screen.nextTryAt !== null) parts.draw(session.state);
  }, 1_000);
}

/** An address that differs from this one in its mark only would not be loaded. */
function openDocument(address: string): void {
  const here = location.pathname + location.search;
  location.assign(address);
  if (address.split("#")[0] === here) location.reload();
}

function listen(session: Session, root: HTMLElement): void {
  window.addEventListener("popstate", ({ state }) => {
    const mark = markIn(state);
    if (mark !== null && mark.id === session.state.work.id) session.show(mark.page);
  });
  window.addEventListener("storage", ({ key }) => session.storageChanged(key));
  window.addEventListener("online", () => session.tryNow());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") session.tryNow();
  });
  root.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target.closest("a[data-language]") : null;
    const language = target?.getAttribute("data-language");
    if (typeof language !== "string" || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    session.changeLanguage(language);
  });
}

function lead(attention: Attention, { questionnaire }: Embedded, state: State): void {
  if (attention === "fault") {
    const [fault] = shownFaults(questionnaire, state);
    const question = questionnaire.pages
      .flatMap(({ questions }) => questions)
      .find(({ code }) => code === fault?.question);
    if (fault !== undefined && question !== undefined) {
      document.getElementById(faultFieldId(question, fault))?.focus();
      return;
    }
  }
  window.scrollTo(0, 0);
  document.getElementById(attention === "screen" ? "screen" : "progress")?.focus({ preventScroll: true });
}

function fillAtRandom(bytes: Uint8Array<ArrayBuffer>): void {
  crypto.getRandomValues(bytes);
}

const timers: Timers = {
  now: () => Date.now(),
  random: () => Math.random(),
  later: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
