import { randomBytes } from "node:crypto";

/** Crockford's base 32: no letter that is read as another or as a digit, and no words. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const tokenLength = 26;

/** 130 random bits as 26 letters and digits: nobody finds a link by trying (threat 45), and it can be copied off a poster. */
export function newLinkToken(): string {
  return Array.from(randomBytes(tokenLength), (byte) => alphabet[byte % alphabet.length]).join("");
}

/** Whether a text could be a token: anything else need not be looked up. */
export function isLinkToken(text: string): boolean {
  return /^[0-9a-hjkmnp-tv-z]{26}$/.test(text);
}
