/**
 * The second net under the list of facts: what looks like a person's or a secret thing is replaced, whatever it stands in. It
 * cannot know a name or an answer; those have no fact to stand in.
 */
const MASKS: readonly (readonly [RegExp, string])[] = [
  [/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@]*@/gi, "$1"],
  [/[^\s@<>"'(),:;]+@[^\s@<>"'(),:;]+/gu, "[address]"],
  [/\b(bearer|basic|digest)\s+[\w.~+/=-]+/gi, "$1 [secret]"],
  [/\b(authorization|cookie|set-cookie|password|secret|token|x-api-key)(["']?\s*[:=]\s*)[^\r\n]+/gi, "$1$2[secret]"],
  [/\?[^\s"']*=[^\s"']*/g, "?[query]"],
  [/\b(?:\d{1,3}\.){3}\d{1,3}\b/g, "[ip]"],
  [/(?<![\w:])(?=(?:[\da-f]*:){2})[\da-f:]{3,}(?:%\w+)?(?![\w:])/gi, "[ip]"],
  // Telephone and identity numbers, also with blanks or dashes between.
  [/(?<![\w-])\+?\d(?:[\s-]?\d){6,}[\dXx]?(?![\w-])/g, "[number]"],
  [/["“”「『`][^"“”」』`]*["“”」』`]/gu, "[quoted]"],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}][^\s\p{ASCII}]*/gu, "[text]"],
  [/(?<![\w-])(?![\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b)(?=[\w-]*\d)[\w-]{24,}/gi, "[token]"],
];

/** @returns at most 300 characters */
export function maskText(text: string): string {
  let masked = text.slice(0, 2_000);
  for (const [pattern, mask] of MASKS) masked = masked.replace(pattern, mask);
  return masked.length > 300 ? `${masked.slice(0, 299)}…` : masked;
}
