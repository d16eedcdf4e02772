import { describe, expect, it } from "vitest";
import { answering } from "../../../test-support/answering.ts";
import { asking, contact } from "../../../test-support/build-questionnaire.ts";

const phone = asking(contact("q", "phone"));
const email = asking(contact("q", "email"));

describe("how one can be reached", () => {
  it.each(["13800138000", "+86 138-0013-8000", "(021) 5555 1234", "１３８００１３８０００", "12345"])(
    "is a phone number: %s",
    (number) => {
      expect(answering(phone, { q: number }).faults).toEqual([]);
    },
  );

  it.each(["1234", "1".repeat(16), "call me", "138 0013 8000 ext. 5", "++86 12345"])(
    "is no phone number: %s",
    (number) => {
      expect(answering(phone, { q: number })).toEqual({ cells: {}, faults: [["q", "not-a-phone-number"]] });
    },
  );

  it.each(["wang@example.cn", "王@例子.中国", "a.b+c@mail.example.com"])("is an address: %s", (address) => {
    expect(answering(email, { q: ` ${address} ` })).toEqual({ cells: { q: address }, faults: [] });
  });

  it.each(["wang", "wang@", "@example.cn", "wang@example", "wang@example..cn", "a b@example.cn", "a@b@example.cn"])(
    "is no address: %s",
    (address) => {
      expect(answering(email, { q: address })).toEqual({ cells: {}, faults: [["q", "not-an-address"]] });
    },
  );

  it("is refused unread where it is longer than any", () => {
    expect(answering(email, { q: `${"a".repeat(1_000_000)}@example.cn` }).faults).toEqual([["q", "too-long"]]);
  });

  it("may be left out, unless it is required", () => {
    expect(answering(phone, { q: " " })).toEqual({ cells: {}, faults: [] });
    expect(answering(asking(contact("q", "email", { required: true })), {}).faults).toEqual([["q", "required"]]);
  });
});
