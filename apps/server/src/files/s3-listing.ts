/** What ListObjectsV2 answers. The few elements that are wanted hold no markup of their own, so no XML parser is needed. */
export interface S3Listing {
  readonly objects: readonly { readonly key: string; readonly storedAt: Date }[];
  /** Where the next page begins; none on the last. */
  readonly next: string | undefined;
}

export function readListing(xml: string): S3Listing {
  const objects = [...xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)].map(([, entry = ""]) => ({
    key: elementOf(entry, "Key") ?? "",
    storedAt: new Date(elementOf(entry, "LastModified") ?? Number.NaN),
  }));
  const next = elementOf(xml, "IsTruncated") === "true" ? elementOf(xml, "NextContinuationToken") : undefined;
  return { objects, next };
}

function elementOf(xml: string, name: string): string | undefined {
  const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
  return text?.replace(/&(lt|gt|quot|apos|amp|#\d+|#x[\da-f]+);/gi, (_, entity: string) => characterOf(entity));
}

const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

function characterOf(entity: string): string {
  const hexadecimal = /^#x/i.test(entity);
  return (
    NAMED[entity] ?? String.fromCodePoint(Number.parseInt(entity.slice(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10))
  );
}
