import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { gbkBytes } from "../../test-support/gbk.ts";
import { buildStudy, studyFolder } from "../../test-support/study-folder.ts";
import { readDefinition } from "./read-definition.ts";

async function folderWith(definition: Uint8Array): Promise<string> {
  const folder = await studyFolder({});
  await writeFile(join(folder, "study.json"), definition);
  return folder;
}

describe("readDefinition", () => {
  it("reads a study.json that an editor saved as GBK, and hashes it as it lies there", async () => {
    const bytes = gbkBytes(JSON.stringify(buildStudy({ title: { zh: "客户满意度" } })));
    const { definition, hash } = await readDefinition(await folderWith(bytes));
    expect(definition.title.zh).toBe("客户满意度");
    expect(definition.columns[2].scale).toBe("five");
    expect(hash).toBe(createHash("sha256").update(bytes).digest("hex"));
  });

  it("says of a study.json in no known encoding that it cannot be read", async () => {
    await expect(readDefinition(await folderWith(Uint8Array.of(0x7b, 0xff, 0xff)))).rejects.toMatchObject({
      issues: [{ code: "encoding-unknown", place: { file: "study.json" } }],
    });
  });
});
