import { makeSignature } from "better-auth/crypto";
import { describe, expect, it } from "vitest";
import { signedCookie } from "./signed-cookie.ts";

const SECRET = "a secret of the server";
const signed = async (value: string, secret = SECRET) =>
  encodeURIComponent(`${value}.${await makeSignature(value, secret)}`);

describe("a signed cookie", () => {
  it("is read as the library writes it, wherever it stands", async () => {
    const cookie = `other=1; manyi.session=${await signed("token.with.dots")}; more=2`;
    expect(signedCookie(cookie, "manyi.session", SECRET)).toBe("token.with.dots");
  });

  it("is believed with the right signature only", async () => {
    const good = await signed("token");
    const forgeries = [
      "token",
      "token.",
      "token.AAAA",
      await signed("token", "another secret"),
      good.replace("token", "other"),
      "%E0%A4%A",
      "",
    ];
    for (const forged of forgeries)
      expect(signedCookie(`manyi.session=${forged}`, "manyi.session", SECRET), forged).toBeNull();
    expect(signedCookie(`xmanyi.session=${good}`, "manyi.session", SECRET)).toBeNull();
    expect(signedCookie("", "manyi.session", SECRET)).toBeNull();
  });
});
