import { type LocalText, longestText } from "@manyi/questionnaire/definition/primitives";
import { useLanguage, useMessages } from "../../language/use-language.ts";
import { isBlank, typedIn } from "../edit/text-edits.ts";
import { useDraft } from "../editor/editor-context.ts";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";
import { languageName } from "./language-name.ts";

export interface TextInputsProps {
  /** What the text is; with the language it names each field. */
  readonly label: string;
  readonly text: LocalText;
  /** Path inside the place. */
  readonly at: string;
  readonly lines?: "one" | "several";
  /** `optional`: only a text that was begun lacks its other languages. */
  readonly need?: "needed" | "optional";
  readonly onText: (text: LocalText, field: string) => void;
}

/** A text in all languages of the questionnaire, side by side; what is missing is marked with a word. */
export function TextInputs({ label, text, at, lines = "one", need = "needed", onText }: TextInputsProps) {
  const words = useMessages({ zh, en });
  const screen = useLanguage();
  const languages = useDraft((draft) => draft.languages);
  const wanted = need === "needed" || !isBlank(text);
  return (
    <div className="text-inputs" data-count={Math.min(languages.length, 2)}>
      {languages.map((language) => {
        const name = languageName(language, screen);
        const typed = text[language] ?? "";
        const missing = wanted && typed.trim() === "";
        const field = `${at}.${language}`;
        return (
          <div key={language} className={missing ? "text-input lacking" : "text-input"}>
            <textarea
              className={`input ${lines}`}
              rows={lines === "one" ? 1 : 2}
              lang={language}
              maxLength={longestText}
              aria-label={languages.length === 1 ? label : words.inLanguage(label, name)}
              aria-invalid={missing || undefined}
              data-field={field}
              placeholder={languages.length === 1 ? undefined : name}
              value={typed}
              onChange={(event) => onText(typedIn(text, language, event.target.value), field)}
            />
            {missing ? <span className="missing-mark">{words.missing(name)}</span> : null}
          </div>
        );
      })}
    </div>
  );
}
