/** Names of languages in a language; the tag itself where it has no name. */
export function languageNames(language: "zh" | "en"): (tag: string) => string {
  const names = new Intl.DisplayNames(language, { type: "language" });
  return (tag) => {
    try {
      return names.of(tag) ?? tag;
    } catch {
      // Of the right form, but no language tag.
      return tag;
    }
  };
}
