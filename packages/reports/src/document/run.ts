/** A stretch of text of one kind. Texts of users stand only in here and in cells: a renderer escapes them once. */
export type Run =
  | { readonly kind: "plain"; readonly text: string }
  | { readonly kind: "strong"; readonly text: string }
  | { readonly kind: "subscript"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly anchor: string };

/** Ordinary text. */
export function plain(text: string): Run {
  return { kind: "plain", text };
}

/** A formula's text as runs: `w_ij` is a w with the subscript ij. Fonts lack most subscript letters. */
export function withSubscripts(text: string): readonly Run[] {
  return text.split(/(?<=[A-Za-z])_([a-z0-9]+)/).flatMap((part, index): readonly Run[] => {
    if (part === "") return [];
    return [index % 2 === 0 ? plain(part) : { kind: "subscript", text: part }];
  });
}
