import { plainName } from "@manyi/study/data/match-header";

/** Under which name each cell of a row is kept: the column's name in the form in which names are compared. Columns without a
 *  name are kept too, by their position: whether two rows are equal is judged by all of their cells.
 *  @returns one a column, all different */
export function answerKeys(header: readonly string[]): readonly string[] {
  const named = new Set(header.map(plainName));
  return header.map((name, i) => {
    const plain = plainName(name);
    if (plain !== "") return plain;
    let key = `#${i + 1}`;
    while (named.has(key)) key = `#${key}`;
    return key;
  });
}
