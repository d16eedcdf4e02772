/** Rows as the JSON that is kept: column → cell as it was given; what was left blank is left out. */
export function answerWriter(keys: readonly string[]): (row: readonly string[]) => string {
  const beginnings = keys.map((key) => `${JSON.stringify(key)}:`);
  return (row) => {
    let text = "";
    for (let i = 0; i < beginnings.length; i++) {
      const cell = row[i] ?? "";
      if (cell === "") continue;
      text += `${text === "" ? "" : ","}${beginnings[i]}${JSON.stringify(cell)}`;
    }
    return `{${text}}`;
  };
}
