/** More ranges than this no browser sends. */
const mostRanges = 30;
/** Nor a longer tag. */
const longestTag = 100;

/** The language to show: RFC 4647 lookup (section 3.4), and where that finds nothing, one that begins with what is asked for
 *  (`zh` finds `zh-TW`).
 *  @param languages of the questionnaire; the first is for whoever asks for none of them
 *  @param wished a tag that was chosen; comes before everything the browser says
 *  @param acceptLanguage the header as it came */
export function bestLanguage(
  languages: readonly string[],
  { wished, acceptLanguage }: { readonly wished?: string | undefined; readonly acceptLanguage?: string | undefined },
): string {
  const ranges = [...(wished === undefined ? [] : [wished.slice(0, longestTag)]), ...rangesOf(acceptLanguage ?? "")];
  for (const range of ranges) {
    if (range === "*") break;
    const found = lookedUp(languages, range.toLowerCase()) ?? beginning(languages, range.toLowerCase());
    if (found !== undefined) return found;
  }
  return languages[0] ?? "en";
}

function lookedUp(languages: readonly string[], range: string): string | undefined {
  const parts = range.split("-");
  while (parts.length > 0) {
    const wanted = parts.join("-");
    const found = languages.find((language) => language.toLowerCase() === wanted);
    if (found !== undefined) return found;
    parts.pop();
    // A single letter introduces what follows it (`zh-x-…`) and says nothing without it.
    if (parts.at(-1)?.length === 1) parts.pop();
  }
  return undefined;
}

function beginning(languages: readonly string[], range: string): string | undefined {
  const [primary = ""] = range.split("-");
  return languages.find((language) => language.toLowerCase().startsWith(`${primary}-`));
}

/** The header's ranges, the most wanted first; those with quality 0 are not wanted. */
function rangesOf(header: string): readonly string[] {
  return header
    .slice(0, 1_000)
    .split(",")
    .slice(0, mostRanges)
    .map((part) => {
      const [range = "", ...parameters] = part.split(";").map((text) => text.trim());
      const quality = parameters.find((parameter) => /^q=/i.test(parameter))?.slice(2);
      return { range, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ range, quality }) => /^(\*|[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*)$/.test(range) && quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
    .map(({ range }) => range);
}
