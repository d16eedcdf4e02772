import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { answersHash } from "./answers-hash.ts";
import { receiptCodes } from "./receipt-code.ts";

const secret = "a secret that is long enough for a test";
const waveId = "5f0c6a52-0c0c-4000-8000-000000000000";

it("is eight characters nobody confuses, the same whenever it is asked for", () => {
  const hash = answersHash(waveId, { q1: "5" });
  const id = randomUUID();
  const code = receiptCodes(secret)(id, hash);
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(receiptCodes(secret)(id, hash)).toBe(code);
});

it("is another one for another id, other answers or another installation", () => {
  const hash = answersHash(waveId, { q1: "5" });
  const id = "5f0c6a52-0c0c-4000-8000-000000000001";
  const codes = [
    receiptCodes(secret)(id, hash),
    receiptCodes(secret)("5f0c6a52-0c0c-4000-8000-000000000002", hash),
    receiptCodes(secret)(id, answersHash(waveId, { q1: "4" })),
    receiptCodes(`${secret}2`)(id, hash),
  ];
  expect(new Set(codes).size).toBe(4);
});

it("uses all of its 40 bits: ten thousand differ", () => {
  const hash = answersHash(waveId, {});
  const codes = new Set(Array.from({ length: 10_000 }, () => receiptCodes(secret)(randomUUID(), hash)));
  expect(codes.size).toBe(10_000);
});

it("rests on a hash that tells answers apart however they are cut, and not by their order", () => {
  expect(answersHash(waveId, { a: "1", b: "2" })).toEqual(answersHash(waveId, { b: "2", a: "1" }));
  const different = [
    { a: "1", b: "2" },
    { a: "2", b: "1" },
    { a: '1","b","2' },
    { ab: "12" },
    { a: "1b2" },
    {},
    { a: "" },
  ];
  expect(new Set(different.map((cells) => answersHash(waveId, cells).toString("hex"))).size).toBe(different.length);
  expect(answersHash(randomUUID(), {})).not.toEqual(answersHash(waveId, {}));
});
