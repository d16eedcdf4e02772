/** Whether a text may name a question, row or scale: Latin letters, digits, underscore, a letter first. */
export function isCode(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_]{0,39}$/.test(text);
}

/** Whether a text may name an option; a digit may come first. */
export function isOptionCode(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/.test(text);
}
