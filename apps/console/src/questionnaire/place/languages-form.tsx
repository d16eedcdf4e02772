import { useState } from "react";
import { Button } from "../../controls/button.tsx";
import { SelectField, TextField } from "../../controls/field.tsx";
import { tell } from "../../controls/teller.tsx";
import { useLanguage, useMessages } from "../../language/use-language.ts";
import { addLanguage, isLanguageTag, putLanguageFirst, removeLanguage } from "../edit/language-edits.ts";
import { useDraft, useEdit, useEditor } from "../editor/editor-context.ts";
import { languageName } from "../fields/language-name.ts";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";

/** Languages whose buttons and messages respondents get ready made. */
const shipped: readonly string[] = ["zh", "en"];

/** In which languages it is asked; the first is shown to whoever asks for none of them. */
export function LanguagesForm() {
  const words = useMessages({ zh, en });
  const screen = useLanguage();
  const edit = useEdit();
  const { mayEdit } = useEditor();
  const languages = useDraft((draft) => draft.languages);
  const remove = (language: string) => {
    edit(removeLanguage(language));
    tell(words.languageRemoved(languageName(language, screen)));
  };
  return (
    <div className="place-form">
      <h2>{words.parts.languages}</h2>
      <p className="muted measure">{words.languagesWhat}</p>
      <ul className="edit-list">
        {languages.map((language, index) => (
          <li key={language} className="edit-row language-row">
            <span>
              {languageName(language, screen)} <span className="mono muted">{language}</span>{" "}
              {index === 0 ? <span className="tag">{words.firstLanguage}</span> : null}
            </span>
            {mayEdit ? (
              <span className="row">
                {index === 0 ? null : (
                  <Button size="compact" tone="quiet" onClick={() => edit(putLanguageFirst(language))}>
                    {words.makeFirst}
                  </Button>
                )}
                {languages.length === 1 ? null : (
                  <Button size="compact" tone="quiet" onClick={() => remove(language)}>
                    {words.removeLanguage(languageName(language, screen))}
                  </Button>
                )}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {mayEdit ? <AddLanguage languages={languages} /> : null}
    </div>
  );
}

function AddLanguage({ languages }: { readonly languages: readonly string[] }) {
  const words = useMessages({ zh, en });
  const screen = useLanguage();
  const edit = useEdit();
  const [chosen, setChosen] = useState("");
  const [tag, setTag] = useState("");
  const free = shipped.filter((each) => !languages.includes(each));
  const wanted = chosen === "" && free.length > 0 ? (free[0] ?? "") : chosen;
  const other = free.length === 0 || wanted === "other";
  const language = other ? tag.trim() : wanted;
  const wrong = other && tag !== "" && (!isLanguageTag(language) || languages.includes(language));
  return (
    <form
      className="row add-language"
      onSubmit={(event) => {
        event.preventDefault();
        if (wrong || !isLanguageTag(language)) return;
        edit(addLanguage(language));
        setTag("");
        setChosen("");
      }}
    >
      {free.length === 0 ? null : (
        <SelectField
          label={words.addLanguage}
          value={wanted}
          options={[
            ...free.map((each) => ({ value: each, text: languageName(each, screen) })),
            { value: "other", text: words.otherLanguage },
          ]}
          onChoose={setChosen}
        />
      )}
      {other ? (
        <TextField
          label={words.languageTag}
          hint={words.languageTagHint}
          fault={wrong ? words.languageTagWrong : null}
          spellCheck={false}
          required
          value={tag}
          onType={setTag}
        />
      ) : null}
      <Button kind="submit">{words.addThisLanguage}</Button>
    </form>
  );
}
