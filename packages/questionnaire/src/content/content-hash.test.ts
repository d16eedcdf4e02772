import { describe, expect, it } from "vitest";
import { asking, buildQuestionnaire, rating } from "../../test-support/build-questionnaire.ts";
import { contentHash } from "./content-hash.ts";
import { mapTexts } from "./map-texts.ts";

/** The same object with its properties in the opposite order, at every level. */
function reversed<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reversed) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, part]) => [key, reversed(part)]),
  ) as T;
}

describe("the content hash", () => {
  it("is that of the canonical JSON, as Python computes it", async () => {
    // json.dumps(…, sort_keys=True, separators=(",", ":"), ensure_ascii=False), then hashlib.sha256: all keys are ASCII and all
    // numbers whole, where that is the form of RFC 8785.
    expect(await contentHash(asking(rating("a")))).toBe(
      "cc1cd347091a3d928bb219c823cc0e82bada12f4881b21c21a565eb99381a7b8",
    );
  });

  it("does not depend on the order of properties, nor on where the schema is", async () => {
    const sound = buildQuestionnaire();
    const expected = await contentHash(sound);
    expect(await contentHash(reversed(sound))).toBe(expected);
    expect(await contentHash({ $schema: "../questionnaire.schema.json", ...sound })).toBe(expected);
  });

  it("depends on the order of pages and questions", async () => {
    const sound = buildQuestionnaire();
    const { pages } = sound;
    expect(await contentHash({ ...sound, pages: pages.toReversed() })).not.toBe(await contentHash(sound));
  });

  it("changes with any text in any language", async () => {
    const sound = buildQuestionnaire();
    let texts = 0;
    mapTexts(sound, (text) => {
      texts++;
      return text;
    });
    const hashes = [await contentHash(sound)];
    for (let changed = 0; changed < texts; changed++) {
      for (const language of ["zh", "en"]) {
        let position = 0;
        const other = mapTexts(sound, (text) =>
          position++ === changed ? { ...text, [language]: `${text[language]}.` } : text,
        );
        hashes.push(await contentHash(other));
      }
    }
    expect(texts).toBe(20);
    expect(new Set(hashes).size).toBe(2 * texts + 1);
  });
});
