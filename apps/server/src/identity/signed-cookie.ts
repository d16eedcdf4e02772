import { createHmac, timingSafeEqual } from "node:crypto";

/** The value of a cookie as better-auth signs it: `value.signature`, HMAC-SHA-256 in Base64, percent-encoded.
 *  @param header the whole Cookie header
 *  @returns null where it is not there or not signed with the secret */
export function signedCookie(header: string, name: string, secret: string): string | null {
  const pair = header.split(";").find((it) => it.trim().startsWith(`${name}=`));
  const text = decoded(pair?.trim().slice(name.length + 1) ?? "");
  const dot = text.lastIndexOf(".");
  if (dot < 1) return null;
  const value = text.slice(0, dot);
  const given = Buffer.from(text.slice(dot + 1), "base64");
  const expected = createHmac("sha256", secret).update(value).digest();
  return given.length === expected.length && timingSafeEqual(given, expected) ? value : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
