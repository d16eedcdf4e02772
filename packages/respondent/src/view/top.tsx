import { languageName } from "../messages/language-name.ts";
import { Said } from "./said.tsx";
import type { Sheet } from "./sheet.ts";

/** Who asks, and the other languages. */
export function Top({ sheet }: { readonly sheet: Sheet }) {
  const { questionnaire, language, words, addressIn } = sheet;
  return (
    <header class="top">
      <p class="organisation">
        <Said text={questionnaire.welcome.organisation} sheet={sheet} />
      </p>
      {questionnaire.languages.length > 1 && (
        <nav aria-label={words.languages}>
          {questionnaire.languages
            .filter((tag) => tag !== language)
            .map((tag) => (
              <a key={tag} href={addressIn(tag)} lang={tag} hreflang={tag} data-language={tag}>
                {languageName(tag)}
              </a>
            ))}
        </nav>
      )}
    </header>
  );
}
