/** What may not stand in a mail: whoever can put a line break into a header can write headers of their own, or a second mail. */

/** Something that cannot be put into a mail; nothing was kept or sent. */
export class MailRefusedError extends Error {
  readonly part: string;

  constructor(part: string) {
    super(`${part} cannot stand in a mail`);
    this.name = "MailRefusedError";
    this.part = part;
  }
}

// One address and nothing else: no name, no list, no quotes, no comments. Addresses beyond ASCII are allowed (RFC 6531).
const ADDRESS = /^[^\s@<>()[\]\\,;:"\p{C}]{1,64}@[^\s@<>()[\]\\,;:"\p{C}]{1,253}$/u;

/** @throws MailRefusedError */
export function checkedRecipient(address: string): string {
  if (address.length > 254 || address.startsWith("-") || !ADDRESS.test(address))
    throw new MailRefusedError("recipient");
  return address;
}

/** A value on one line: no control characters, no line or paragraph separators.
 *  @throws MailRefusedError */
export function checkedLine(part: string, value: string): string {
  if (value.length > 500 || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(value)) throw new MailRefusedError(part);
  return value;
}

/** A path within the console; anything that a browser would take for another place is refused.
 *  @throws MailRefusedError */
export function checkedPath(path: string): string {
  if (path.length > 1_000 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(path) || path.includes("\\"))
    throw new MailRefusedError("path");
  return path;
}
