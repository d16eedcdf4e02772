/** A catalogue: texts, functions that make texts, and groups of them. */
export interface Messages {
  readonly [key: string]: string | ((...values: never[]) => unknown) | readonly string[] | Messages;
}

type Entry = Messages[string];

const CHINESE = /\p{Script=Han}/u;
/** Up to three Latin words may stand in Chinese for themselves: names, symbols, units. */
const LATIN_SENTENCE = /(?:[A-Za-z]{2,}[^A-Za-z]+){3}[A-Za-z]{2,}/;

/** Where two catalogues differ in more than language.
 *  @returns one line each, beginning with the key */
export function mistakesIn(zh: Messages, en: Messages, path = ""): string[] {
  const keys = new Set([...Object.keys(zh), ...Object.keys(en)]);
  return [...keys].flatMap((key) => {
    const place = path === "" ? key : `${path}.${key}`;
    const [chinese, english] = [zh[key], en[key]];
    if (english === undefined) return [`${place}: only in zh`];
    if (chinese === undefined) return [`${place}: only in en`];
    return mistakesInPair(chinese, english, place);
  });
}

function mistakesInPair(zh: Entry, en: Entry, place: string): string[] {
  if (typeof zh !== typeof en) return [`${place}: not of one kind`];
  if (typeof zh === "string" && typeof en === "string") return mistakesInTexts(zh, en, place);
  if (typeof zh === "function" && typeof en === "function") return mistakesInFunctions(zh, en, place);
  return mistakesIn(Object.fromEntries(Object.entries(zh)), Object.fromEntries(Object.entries(en)), place);
}

function mistakesInTexts(zh: string, en: string, place: string): string[] {
  const found: string[] = [];
  if (zh.trim() === "") found.push(`${place}: empty in zh`);
  if (en.trim() === "") found.push(`${place}: empty in en`);
  if (!CHINESE.test(zh) && LATIN_SENTENCE.test(zh)) found.push(`${place}: zh is not Chinese`);
  if (CHINESE.test(en)) found.push(`${place}: en holds Chinese`);
  return found;
}

/** What a function will say is not known before it is called; its own text shows the language it was written in. */
function mistakesInFunctions(
  zh: (...values: never[]) => unknown,
  en: (...values: never[]) => unknown,
  place: string,
): string[] {
  const found: string[] = [];
  if (zh.length !== en.length) found.push(`${place}: zh takes ${zh.length}, en takes ${en.length}`);
  if (CHINESE.test(en.toString())) found.push(`${place}: en holds Chinese`);
  return found;
}
