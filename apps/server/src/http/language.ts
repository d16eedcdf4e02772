export type Language = "zh" | "en";

/** The language a browser asks for, of those the product has.
 *  @param header Accept-Language (RFC 9110 §12.5.4)
 *  @returns null where it asks for neither */
export function acceptedLanguage(header: string | undefined): Language | null {
  if (header === undefined) return null;
  const wanted = header
    .slice(0, LONGEST_HEADER)
    .split(",")
    .map((entry) => {
      const [tag = "", ...parameters] = entry.trim().toLowerCase().split(";");
      const quality = parameters.map((it) => /^\s*q=([\d.]+)\s*$/.exec(it)?.[1]).find((it) => it !== undefined);
      return { language: ofTag(tag), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wanted.find(({ language }) => language !== null)?.language ?? null;
}

const LONGEST_HEADER = 300;

function ofTag(tag: string): Language | null {
  const [primary] = tag.trim().split("-");
  return primary === "zh" || primary === "en" ? primary : null;
}
