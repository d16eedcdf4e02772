/** What may stand after the `?` of each page. Anything else in an address is dropped, so a mangled link still opens. */
type Search = Record<string, unknown>;

function text(search: Search, name: string): string | undefined {
  const value = search[name];
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

function withText<Name extends string>(search: Search, ...names: readonly Name[]): { [key in Name]?: string } {
  const kept: { [key in Name]?: string } = {};
  for (const name of names) {
    const value = text(search, name);
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}

export const returnToSearch = (search: Search) => withText(search, "returnTo");
export const tokenSearch = (search: Search) => withText(search, "token");
export const resultsSearch = (search: Search) => withText(search, "wave", "weight");
export const questionnaireSearch = (search: Search) => withText(search, "at");
export const fieldSearch = (search: Search) => withText(search, "wave");
export const importSearch = (search: Search) => withText(search, "programme");
export const auditSearch = (search: Search) => withText(search, "from", "until", "actor", "action");

export function programmesSearch(search: Search): { archived?: "only" } {
  return search.archived === "only" ? { archived: "only" } : {};
}

export function responsesSearch(search: Search): { wave?: string; state?: "valid" | "excluded" } {
  const { state } = search;
  return {
    ...withText(search, "wave"),
    ...(state === "valid" || state === "excluded" ? { state } : {}),
  };
}
