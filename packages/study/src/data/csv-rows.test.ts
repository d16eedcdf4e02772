import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { StudyError } from "../issue/issue.ts";
import { csvRows } from "./csv-rows.ts";

async function* chunks(...parts: string[]): AsyncGenerator<string> {
  yield* parts;
}

async function readAll(parts: readonly string[], delimiter = "") {
  const source = await csvRows("data.csv", chunks(...parts), delimiter);
  const rows: (readonly string[])[] = [];
  const lines: number[] = [];
  for await (const block of source.blocks) {
    rows.push(...block.rows);
    lines.push(...block.lines);
  }
  return { header: source.header, rows, lines };
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

describe("csvRows", () => {
  it("numbers rows by their lines, across quoted line breaks and blank lines", async () => {
    const read = await readAll(['a,b\n1,"x\ny"\n\n2,z\n']);
    expect(read).toEqual({
      header: ["a", "b"],
      rows: [
        ["1", "x\ny"],
        ["2", "z"],
      ],
      lines: [2, 5],
    });
  });

  it("counts the line break of a cell that holds nothing else", async () => {
    const read = await readAll(['a,b\n"\n",x\n2,z\n'], ",");
    expect(read.rows).toEqual([
      ["\n", "x"],
      ["2", "z"],
    ]);
    expect(read.lines).toEqual([2, 4]);
  });

  it("reads a file of short rows however long it is: only one row may not be that long", async () => {
    const chunk = `${"x".repeat(1023)},\n`.repeat(1 << 10);
    const read = await readAll(["a,b\n", ...Array.from({ length: 20 }, () => chunk)], ",");
    expect(read.rows.length).toBe(20 << 10);
    expect(read.lines.at(-1)).toBe((20 << 10) + 1);
  });

  it("reads as long a file for somebody who takes their time between the blocks", async () => {
    const chunk = `${"x".repeat(1023)},\n`.repeat(1 << 10);
    const source = await csvRows("data.csv", chunks("a,b\n", ...Array.from({ length: 40 }, () => chunk)), ",");
    let rows = 0;
    for await (const block of source.blocks) {
      rows += block.rows.length;
      // Long enough for whatever reads ahead to have read what it wants.
      for (let turn = 0; turn < 100; turn++) await new Promise(setImmediate);
    }
    expect(rows).toBe(40 << 10);
  });

  it("lets go of the text where nobody wants the rest of it", async () => {
    for (const leave of ["close", "break"] as const) {
      let closed: () => void = () => {};
      const isClosed = new Promise<void>((resolve) => (closed = resolve));
      async function* text(): AsyncGenerator<string> {
        try {
          yield "a,b\n1,2\n";
          for (;;) yield "3,4\n".repeat(1 << 10);
        } finally {
          closed();
        }
      }
      const source = await csvRows("data.csv", text(), ",");
      if (leave === "close") source.close?.();
      else for await (const _ of source.blocks) break;
      await isClosed;
    }
  });

  it.each([";", "\t", "|"])("finds out the separator %j", async (separator) => {
    const read = await readAll([["a", "b", "c"].join(separator), "\n", ["1", "2", "3"].join(separator)]);
    expect(read.rows).toEqual([["1", "2", "3"]]);
  });

  it("reads any cells back as they were, wherever the chunks are cut", async () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "满", ",", '"', "\n", " ", "1"), maxLength: 6 });
    const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(table, fc.nat(200), async (rows, cut) => {
        const text = `a,b\n${rows.map((row) => row.map(quoted).join(",")).join("\n")}`;
        const read = await readAll([text.slice(0, cut), text.slice(cut)], ",");
        expect(read.rows).toEqual(rows.filter((row) => row.some((text) => text.trim() !== "")));
      }),
      { numRuns: 200 },
    );
  });

  it("says where a quotation mark opens that is never closed", async () => {
    const failure = await readAll(['a,b\n1,2\n3,"open\n4,5\n']).catch((cause: unknown) => cause);
    expect(failure).toBeInstanceOf(StudyError);
    expect(failure instanceof StudyError && failure.issues[0]).toMatchObject({
      code: "quote-open",
      place: { line: 3 },
    });
  });

  it("stops at an endless quoted text before it is held in memory", async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<string> {
      yield 'a\n"';
      for (;;) {
        given += 1 << 20;
        if (given > 1 << 28) throw new Error("read on and on");
        yield "x".repeat(1 << 20);
      }
    }
    const read = async () => {
      const source = await csvRows("data.csv", endless(), ",");
      for await (const _ of source.blocks);
    };
    await expect(read()).rejects.toMatchObject({ issues: [{ code: "quote-open", place: { line: 2 } }] });
    expect(given).toBeLessThan(64 << 20);
  });

  it("says that a file without any text is empty", async () => {
    await expect(readAll([])).rejects.toMatchObject({ issues: [{ code: "file-empty" }] });
  });
});
