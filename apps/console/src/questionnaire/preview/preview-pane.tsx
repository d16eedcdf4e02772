import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import type { PreviewShow } from "@manyi/respondent/preview-message";
import { useEffect, useRef, useState } from "react";
import { useLanguage, useMessages } from "../../language/use-language.ts";
import { findQuestion } from "../edit/find-question.ts";
import { useDraft, useEditor } from "../editor/editor-context.ts";
import type { Place } from "../editor/place.ts";
import { languageName } from "../fields/language-name.ts";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";

const address = "/respondent/preview";
const themes = ["system", "light", "dark"] as const;
/** What is typed is shown after a short rest, so that typing stays quick. */
const restMs = 120;

/** What the preview was last sent to. */
interface Shown {
  readonly page: string | null;
  readonly question: string | null;
}

/** The questionnaire as a respondent has it on the phone, as it is now. It can be filled in; nothing is sent. */
export function PreviewPane({ place }: { readonly place: Place }) {
  const words = useMessages({ zh, en });
  const screen = useLanguage();
  const { store } = useEditor();
  const languages = useDraft((draft) => draft.languages);
  const [wanted, setWanted] = useState<string | null>(null);
  const [theme, setTheme] = useState<PreviewShow["theme"]>("system");
  const [state, setState] = useState<"loading" | "ready">("loading");
  const frame = useRef<HTMLIFrameElement>(null);
  const usual = languages.includes(screen) ? screen : (languages[0] ?? "zh");
  const language = wanted !== null && languages.includes(wanted) ? wanted : usual;
  const page = useDraft((draft) => pageOf(place, draft.pages, (code) => findQuestion(draft, code)?.page.code ?? null));
  const question = place.kind === "question" ? place.code : null;
  const isConditional = useDraft((draft) => hasCondition(place, draft.pages));
  const shown = useRef<Shown>({ page: null, question: null });

  useEffect(() => {
    const hear = (event: MessageEvent<unknown>) => {
      if (event.origin !== location.origin || event.source !== frame.current?.contentWindow) return;
      if (kindOf(event.data) === "manyi-preview-ready") setState("ready");
    };
    window.addEventListener("message", hear);
    return () => window.removeEventListener("message", hear);
  }, []);

  useEffect(() => {
    if (state === "loading") return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = () => {
      // Only turned where the editor went to another page: whoever reads on in the preview is not turned back by typing.
      const before = shown.current;
      shown.current = { page, question };
      const message: PreviewShow = {
        kind: "manyi-preview-show",
        questionnaire: store.draft(),
        language,
        page: before.page === page ? null : page,
        question: before.question === question ? null : question,
        theme,
      };
      frame.current?.contentWindow?.postMessage(message, location.origin);
    };
    show();
    const stop = store.listen(() => {
      clearTimeout(timer);
      timer = setTimeout(show, restMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [state, store, language, page, question, theme]);

  return (
    <div className="live-preview">
      <div className="preview-tools">
        {languages.length < 2 ? null : (
          <select
            className="input compact"
            aria-label={words.previewLanguage}
            value={language}
            onChange={(event) => setWanted(event.target.value)}
          >
            {languages.map((each) => (
              <option key={each} value={each}>
                {languageName(each, screen)}
              </option>
            ))}
          </select>
        )}
        <select
          className="input compact"
          aria-label={words.previewTheme}
          value={theme}
          onChange={(event) => setTheme(themes.find((each) => each === event.target.value) ?? "system")}
        >
          {themes.map((each) => (
            <option key={each} value={each}>
              {words.themes[each]}
            </option>
          ))}
        </select>
      </div>
      <iframe ref={frame} src={address} title={words.preview} className="preview-frame" />
      <p className="muted small">{isConditional ? words.previewConditional : words.previewWhat}</p>
    </div>
  );
}

/** The page of the questionnaire to show for a place; null: whichever it is at. */
function pageOf(
  place: Place,
  pages: readonly { readonly code: string }[],
  pageOfQuestion: (code: string) => string | null,
): string | null {
  switch (place.kind) {
    case "question":
      return pageOfQuestion(place.code);
    case "page":
      return place.code;
    case "welcome":
      return pages[0]?.code ?? null;
    case "thanks":
      return "end";
    default:
      return null;
  }
}

/** Whether a respondent comes to it only with certain answers. */
function hasCondition(place: Place, pages: Questionnaire["pages"]): boolean {
  if (place.kind === "page") return pages.some(({ code, showIf }) => code === place.code && showIf !== undefined);
  if (place.kind !== "question") return false;
  return pages.some(({ showIf, questions }) =>
    questions.some((each) => each.code === place.code && (showIf !== undefined || each.showIf !== undefined)),
  );
}

function kindOf(data: unknown): unknown {
  return typeof data === "object" && data !== null && "kind" in data ? data.kind : null;
}
