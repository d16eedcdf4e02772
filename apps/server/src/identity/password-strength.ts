import { ProblemError } from "@manyi/contract/problem/problem";
import { LEAST_PASSWORD_CHARACTERS } from "./accounts.ts";
import { commonPasswords } from "./common-passwords.ts";

/** Refuses what is guessed first. Length is what makes a password strong, so nothing is asked of its characters (NIST
 *  SP 800-63B §3.1.1.2).
 *  @throws ProblemError password-weak */
export function checkPasswordStrength(password: string, email: string): void {
  const characters = [...password.normalize("NFKC")].length;
  if (
    characters < LEAST_PASSWORD_CHARACTERS ||
    isCommon(password) ||
    repeats(password) ||
    namesOwner(password, email)
  ) {
    throw new ProblemError("password-weak", { least: LEAST_PASSWORD_CHARACTERS });
  }
}

/** Also with its letters changed in case, or digits and marks put at the end. */
function isCommon(password: string): boolean {
  const plain = password.toLowerCase();
  return commonPasswords.has(plain) || commonPasswords.has(plain.replace(/[^\p{L}]+$/u, ""));
}

/** One to four characters over and over: `abcabcabcabc`. */
function repeats(password: string): boolean {
  return /^(.{1,4})\1+$/su.test(password);
}

function namesOwner(password: string, email: string): boolean {
  const plain = password.toLowerCase();
  const [name = ""] = email.toLowerCase().split("@");
  return plain === email.toLowerCase() || plain.replace(/[\d\W_]+$/, "") === name;
}
