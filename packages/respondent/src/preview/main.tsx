/** What the console shows of a questionnaire that is being written: the respondent's own pages, which send nothing. */
import { render } from "preact";
import { rootId } from "../embedded/embedded.ts";
import type { PreviewReady, PreviewShow, PreviewTurned } from "../preview-message.ts";
import { textId } from "../question/parts/ids.ts";
import { Preview } from "./preview.tsx";
import { type PreviewHappening, type PreviewState, previewed } from "./preview-state.ts";
import { readPreviewShow } from "./read-preview-show.ts";

const root = document.getElementById(rootId);
// Outside the console there is nobody to show anything for.
if (root !== null && window.parent !== window) start(root);

function start(root: HTMLElement): void {
  let state: PreviewState | null = null;
  const tell = (message: PreviewReady | PreviewTurned) => window.parent.postMessage(message, location.origin);
  const happen = (happening: PreviewHappening) => {
    const before = state;
    state = previewed(before, happening);
    if (state === null) return;
    document.documentElement.lang = state.language;
    render(<Preview state={state} happen={happen} />, root);
    if (state.page === before?.page && state.ended === before.ended) return;
    window.scrollTo(0, 0);
    if (happening.kind !== "show") tell({ kind: "manyi-preview-turned", page: state.ended ? "end" : state.page });
  };
  window.addEventListener("message", (event) => {
    if (event.origin !== location.origin || event.source !== window.parent) return;
    const shown = readPreviewShow(event.data);
    if (shown === null) return;
    colour(shown.theme);
    happen({ kind: "show", show: shown });
    if (shown.question !== null) bringIntoSight(shown.question);
  });
  // Links of the page lead to addresses that are not there yet; another language is shown at once.
  root.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href^='/']") : null;
    if (link === null) return;
    event.preventDefault();
    const language = link.getAttribute("data-language");
    if (language !== null) happen({ kind: "language", language });
  });
  tell({ kind: "manyi-preview-ready" });
}

/** The first question of a page stands where a respondent finds it, below what the page begins with. */
function bringIntoSight(code: string): void {
  const wanted = document.getElementById(textId(code))?.closest(".question");
  if (wanted === null || wanted === undefined) return;
  const isFirst = wanted === document.querySelector(".question");
  // Not scrollIntoView, which would move the console around this frame as well.
  window.scrollTo(0, isFirst ? 0 : wanted.getBoundingClientRect().top + window.scrollY - 16);
}

function colour(theme: PreviewShow["theme"]): void {
  if (theme === "system") document.documentElement.removeAttribute("data-theme");
  else document.documentElement.setAttribute("data-theme", theme);
}
