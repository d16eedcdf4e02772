import { ProblemError } from "@manyi/contract/problem/problem";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseStrictJson } from "./strict-json.ts";

const parse = (text: string) => parseStrictJson(new TextEncoder().encode(text));

function reasonOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error instanceof ProblemError && "reason" in error.details ? error.details.reason : error;
  }
  return "accepted";
}

describe("JSON of requests", () => {
  it("means what JSON.parse says it means", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false, maxDepth: 4 }), (value) => {
        const text = JSON.stringify(value);
        const result = reasonOf(() => expect(parse(text)).toEqual(JSON.parse(text)));
        expect(["accepted", "key-forbidden", "character"]).toContain(result);
      }),
    );
  });

  it("has no name twice, however it is spelt", () => {
    expect(reasonOf(() => parse('{"role":"reader","role":"administrator"}'))).toBe("key-twice");
    expect(reasonOf(() => parse('{"a":{"b":1,"\\u0062":2}}'))).toBe("key-twice");
    expect(reasonOf(() => parse('[{"a":1},{"a":2}]'))).toBe("accepted");
    expect(reasonOf(() => parse('{"a":"a","b":{"a":"\\"a\\":"}}'))).toBe("accepted");
  });

  it("reaches into no prototype (13)", () => {
    for (const text of [
      '{"__proto__":{"admin":true}}',
      '{"a":{"constructor":{"prototype":{"admin":true}}}}',
      '{"\\u005f_proto__":1}',
      '[{"prototype":1}]',
    ]) {
      expect(
        reasonOf(() => parse(text)),
        text,
      ).toBe("key-forbidden");
    }
    expect("admin" in {}).toBe(false);
  });

  it("is nested 32 deep at most, and says so of 10,000 levels without falling over (12)", () => {
    const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
    expect(reasonOf(() => parse(nested(32)))).toBe("accepted");
    expect(reasonOf(() => parse(nested(33)))).toBe("too-deep");
    expect(reasonOf(() => parse(nested(10_000)))).toBe("too-deep");
    expect(reasonOf(() => parse(`${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`))).toBe("too-deep");
  });

  it("has 1,000 names in one object at most, and says so of 70,000 (12)", () => {
    const wide = (names: number) =>
      JSON.stringify(Object.fromEntries(Array.from({ length: names }, (_, n) => [`k${n}`, 1])));
    expect(reasonOf(() => parse(wide(1_000)))).toBe("accepted");
    expect(reasonOf(() => parse(wide(1_001)))).toBe("too-many-keys");
    expect(reasonOf(() => parse(`{"a":[${wide(1_001)}]}`))).toBe("too-many-keys");
    expect(reasonOf(() => parse(wide(70_000)))).toBe("too-many-keys");
    expect(reasonOf(() => parse(`[${Array.from({ length: 5_000 }, () => '{"a":1,"b":2}').join()}]`))).toBe("accepted");
  });

  it("holds only text that can be kept (14)", () => {
    for (const text of ['"a\\u0000b"', '{"a\\u0000":1}', '"\\ud800"', '["\\udc00\\ud800"]']) {
      expect(
        reasonOf(() => parse(text)),
        text,
      ).toBe("character");
    }
    expect(parse('"\\ud83d\\ude00 \u202eabc\u200d"')).toBe("😀 \u202eabc\u200d");
  });

  it("holds only numbers that are some (12)", () => {
    expect(reasonOf(() => parse("[1e400]"))).toBe("number");
    expect(reasonOf(() => parse('{"a":-1e999}'))).toBe("number");
  });

  it("is JSON in UTF-8", () => {
    for (const text of ["", "{", "{'a':1}", '{"a":1,}', "NaN", '{"a":1}x'])
      expect(reasonOf(() => parse(text))).toBe("syntax");
    expect(reasonOf(() => parseStrictJson(Uint8Array.of(0x22, 0xc3, 0x28, 0x22)))).toBe("encoding");
    expect(
      reasonOf(() => parseStrictJson(Uint8Array.of(0x22, 0xb0, 0xa1, 0x22))),
      "GBK",
    ).toBe("encoding");
  });
});
