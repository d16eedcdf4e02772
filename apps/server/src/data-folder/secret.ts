import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { hasCode } from "../failure/system-error.ts";

const BYTES = 32;

/** The secret in a file only its owner may read; made on the first call. 43 characters, safe in a URL. */
export function readOrMakeSecret(file: string): string {
  return readSecret(file) ?? makeSecret(file);
}

function readSecret(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

/** Written aside and then linked: whoever reads the file finds all of it, and of two that make it one wins. */
function makeSecret(file: string): string {
  const secret = randomBytes(BYTES).toString("base64url");
  const aside = `${file}.${process.pid}`;
  const descriptor = openSync(aside, "w", 0o600);
  try {
    writeFileSync(descriptor, `${secret}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  try {
    linkSync(aside, file);
    return secret;
  } catch (error) {
    const existing = hasCode(error, "EEXIST") ? readSecret(file) : undefined;
    if (existing === undefined) throw error;
    return existing;
  } finally {
    unlinkSync(aside);
  }
}
