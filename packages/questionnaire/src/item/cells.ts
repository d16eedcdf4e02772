/** Item → what is kept of its answer: a rating as digits, an option's code, a text, or a state's code. What was skipped has none. */
export type Cells = Readonly<Record<string, string>>;

/** A record that inherits nothing: an item called `constructor` is one like any other. */
export function emptyCells(): Record<string, string> {
  return Object.create(null);
}
