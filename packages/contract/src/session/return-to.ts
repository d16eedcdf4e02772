/** Where to go after signing in. Only a path of this product: everything else could be somebody else's page that looks like
 *  it.
 *  @param wanted as it stands in the address, or null
 *  @returns a path beginning with one `/`; `/` for whatever is not surely one */
export function returnTo(wanted: string | null | undefined): string {
  if (wanted === null || wanted === undefined || !wanted.startsWith("/")) return START;
  // A browser takes `\` for `/`, and drops tabs and line breaks before it looks.
  if (/[\\\p{Cc}]/u.test(wanted) || !URL.canParse(wanted, NOWHERE)) return START;
  const url = new URL(wanted, NOWHERE);
  const path = `${url.pathname}${url.search}${url.hash}`;
  return url.origin === NOWHERE && !path.startsWith("//") ? path : START;
}

const START = "/";
/** A host that can never be reached; a path resolves to it, anything else to another one. */
const NOWHERE = "http://return-to.invalid";
