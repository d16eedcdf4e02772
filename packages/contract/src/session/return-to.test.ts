import { describe, expect, it } from "vitest";
import { returnTo } from "./return-to.ts";

describe("where to go after signing in", () => {
  it("keeps paths of the product with their search and fragment", () => {
    expect(returnTo("/programmes/1?wave=2#items")).toBe("/programmes/1?wave=2#items");
    expect(returnTo("/")).toBe("/");
  });

  it("goes to the start for everything that leads elsewhere (38)", () => {
    for (const wanted of [
      null,
      undefined,
      "",
      "//evil.example",
      "///evil.example",
      "/\\evil.example",
      "\\\\evil.example",
      "/\t/evil.example",
      "/\n/evil.example",
      "/./\u0000/evil.example",
      "https://evil.example",
      "https:evil.example",
      "javascript:alert(1)",
      " //evil.example",
      "/..//evil.example",
      "/.//evil.example",
      "programmes",
      "http://return-to.invalid/",
    ]) {
      expect(returnTo(wanted), JSON.stringify(wanted)).toBe("/");
    }
  });

  it("never gives anything a browser would resolve to another origin (38)", () => {
    const ours = "https://survey.example.cn";
    for (const wanted of ["/%2F/evil.example", "/%5Cevil.example", "/a//b", "/@evil.example", "/?u=//evil.example"]) {
      expect(new URL(returnTo(wanted), ours).origin).toBe(ours);
    }
  });
});
