/** Reads a number as people write it in a table: 1234.5, 1,234.5, full-width digits, surrounding blanks.
 *  @returns the number; null for a text that is no finite number. A blank is the caller's business. */
export function readNumber(text: string): number | null {
  const direct = Number(text);
  if (text !== "" && Number.isFinite(direct) && !/^\s*$|0x|0b|0o/i.test(text)) return direct;
  const plain = text.trim().normalize("NFKC");
  const grouped = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(",", "") : plain;
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(grouped) && Number.isFinite(Number(grouped))
    ? Number(grouped)
    : null;
}
