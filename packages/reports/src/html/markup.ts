/**
 * The one place where text becomes HTML. A template of `html` escapes every string put into it; only what another
 * template made goes in as it is. A text can therefore not be forgotten: there is no other way to make markup.
 */
export class Markup {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

type Part = string | number | Markup | readonly Markup[];

/** Markup from a template literal; strings and numbers in it are escaped for element content and quoted attributes. */
export function html(literals: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const pieces = literals.map((literal, index) => {
    const part = parts[index];
    return part === undefined ? literal : literal + sourceOf(part);
  });
  return new Markup(pieces.join(""));
}

/** Nothing. */
export const nothing = new Markup("");

function sourceOf(part: Part): string {
  if (part instanceof Markup) return part.source;
  if (typeof part === "string" || typeof part === "number") return escapeText(String(part));
  return part.map((each) => each.source).join("");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
