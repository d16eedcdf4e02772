/** Names of uploaded files: labels to show and to match with study.json. They never become paths. */

/** Longest name that is kept. */
const longestName = 200;

/** The name without folders in front of it and without what cannot be shown. */
export function baseName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "").trim();
  return plain.length <= longestName ? plain : plain.slice(plain.length - longestName);
}

/** A definition or data: everything else in a folder is left alone, and so is what a Mac adds to an archive. */
export function isStudyFile(name: string): boolean {
  if (/(^|[/\\])(__MACOSX|\.[^/\\]*)([/\\]|$)/.test(name)) return false;
  return baseName(name) === "study.json" || /\.(csv|tsv|txt|xlsx|xlsm)$/i.test(name);
}

export function isArchive(name: string): boolean {
  return /\.zip$/i.test(name);
}
