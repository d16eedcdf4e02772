import { describe, expect, it } from "vitest";
import { name, names, quoted } from "./wording.ts";

const labels = (count: number) => Array.from({ length: count }, (_, i) => ({ zh: `项${i + 1}`, en: `item ${i + 1}` }));

describe("names in a sentence", () => {
  it("are all told up to six of them", () => {
    expect(names(labels(6), "en")).toBe("item 1, item 2, item 3, item 4, item 5, item 6");
    expect(names(labels(6), "zh")).toBe("项1、项2、项3、项4、项5、项6");
  });

  it("are told by six and the count of the others from seven on; in Chinese by the count of all", () => {
    expect(names(labels(7), "en")).toBe("item 1, item 2, item 3, item 4, item 5, item 6 and 1 more");
    expect(names(labels(9), "en")).toMatch(/item 6 and 3 more$/);
    expect(names(labels(9), "zh")).toBe("项1、项2、项3、项4、项5、项6 等 9 项");
  });

  it("are cut where they are longer than a sentence can carry", () => {
    expect(name({ en: "x".repeat(40) }, "en")).toBe("x".repeat(40));
    expect(name({ en: "x".repeat(41) }, "en")).toBe(`${"x".repeat(40)}…`);
  });

  it("stand in quotation marks where they may be plain words, in the language of the sentence", () => {
    expect(quoted(labels(2), "zh")).toBe("“项1”、“项2”");
    expect(quoted(labels(2), "en")).toBe("“item 1”, “item 2”");
  });
});
