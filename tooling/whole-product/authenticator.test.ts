import { expect, it } from "vitest";
import { authenticatorCode } from "./authenticator.ts";

// RFC 6238, appendix B, SHA-1: the last six of the eight digits.
it.each([
  [59_000, "287082"],
  [1_111_111_109_000, "081804"],
  [20_000_000_000_000, "353130"],
])("shows the codes of RFC 6238 at %i ms", (atMs, code) => {
  expect(authenticatorCode("otpauth://totp/x?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", atMs)).toBe(code);
});
