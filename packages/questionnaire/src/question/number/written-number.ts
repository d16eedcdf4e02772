/** UTF-16 units. */
const longestNumber = 100;

/** A number as people write it: `1,234.5`, full-width digits, blanks around it.
 *  @returns null for a text that is no number */
export function writtenNumber(text: string): number | null {
  if (text.length > longestNumber) return null;
  const plain = text.normalize("NFKC").trim();
  const ungrouped = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain) ? plain.replace(/,/g, "") : plain;
  // Twenty digits before the point and after it: a longer one is no number that anybody means.
  return /^[+-]?(?:\d{1,20}(?:\.\d{0,20})?|\.\d{1,20})$/.test(ungrouped) ? Number(ungrouped) : null;
}
