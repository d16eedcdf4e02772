import { describe, expect, it } from "vitest";
import { answersHash } from "./answers-hash.ts";

describe("the name of what was answered", () => {
  const wave = "5f0c6a52-0c0c-4000-8000-000000000000";

  it("is the same in whatever order it was asked", () => {
    expect(answersHash(wave, { a: "1", b: "2" })).toEqual(answersHash(wave, { b: "2", a: "1" }));
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ["another answer", { a: "1", b: "3" }],
    ["one answer less", { a: "1" }],
    ["answers exchanged", { a: "2", b: "1" }],
    ["a text that looks like a further answer", { a: '1","b","2' }],
    ["an answer that is there and empty", { a: "1", b: "2", c: "" }],
  ])("differs with %s", (_, cells) => {
    expect(answersHash(wave, cells)).not.toEqual(answersHash(wave, { a: "1", b: "2" }));
  });

  it("differs from wave to wave", () => {
    expect(answersHash("another", { a: "1" })).not.toEqual(answersHash(wave, { a: "1" }));
  });
});
