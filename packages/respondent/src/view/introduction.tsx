import { Said } from "./said.tsx";
import { type Sheet, sayIn } from "./sheet.ts";

/** Why, how long, and what happens with the answers: short enough that the first question stands below it at once. */
export function Introduction({ sheet }: { readonly sheet: Sheet }) {
  const { questionnaire, words, minutes } = sheet;
  const { title, welcome } = questionnaire;
  return (
    <div class="introduction">
      <h1>
        <Said text={title} sheet={sheet} />
      </h1>
      <p class="purpose">
        <Said text={welcome.purpose} sheet={sheet} />{" "}
        <span class="duration">{minutes === 0 ? words.short : words.duration(minutes)}</span>
      </p>
      <Privacy sheet={sheet} />
    </div>
  );
}

/** More than two lines of a phone, counted in Latin letters; a Chinese character is as wide as two. */
const longText = 110;

/** A short text stands there; a long one opens. */
function Privacy({ sheet }: { readonly sheet: Sheet }) {
  const { privacy } = sheet.questionnaire.welcome;
  const said = <Said text={privacy} sheet={sheet} />;
  if (widthOf(sayIn(sheet, privacy)) <= longText) return <p class="privacy">{said}</p>;
  return (
    <details class="privacy">
      <summary>{sheet.words.privacyTitle}</summary>
      <p>{said}</p>
    </details>
  );
}

function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += letter > "\u2e7f" ? 2 : 1;
  return width;
}
