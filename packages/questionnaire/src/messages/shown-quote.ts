/** Longest run of somebody's own text that is repeated inside a message. */
const longestQuote = 60;

/** A message stays a sentence, whatever it quotes; control and direction characters are shown, not obeyed. */
export function shownQuote(text: string): string {
  const shown = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "\u{FFFD}");
  return shown.length <= longestQuote ? shown : `${shown.slice(0, longestQuote)}…`;
}
