/** Numbers as a reader of Chinese or English sees them: grouped thousands, a decimal point, a true minus sign. */
const formats = new Map<number, Intl.NumberFormat>();

/** A number with a fixed count of decimals, `1,234.5`, `−0.3`. A number that rounds to zero has no sign. */
export function fixed(value: number, decimals: number): string {
  const text = format(decimals).format(Math.abs(value));
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** A count of people or answers. */
export function count(value: number): string {
  return fixed(value, 0);
}

/** A number with its sign, `+1.8`, `−0.3`, `0.0`. */
export function signed(value: number, decimals: number): string {
  const text = fixed(value, decimals);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

function format(decimals: number): Intl.NumberFormat {
  const known = formats.get(decimals);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat("en", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  formats.set(decimals, made);
  return made;
}
