import { expect, it } from "vitest";
import {
  asking,
  buildQuestionnaire,
  matrix,
  multiple,
  nps,
  page,
  single,
  text,
} from "../../test-support/build-questionnaire.ts";
import { templates } from "../template/templates.ts";
import { mapTexts } from "./map-texts.ts";

/** Every object that holds a language's words, found by its form alone. */
function formsOfText(value: unknown, at: readonly (string | number)[] = []): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  if ("zh" in value && typeof value.zh === "string") return [at.join("/")];
  return Object.entries(value).flatMap(([key, part]) => formsOfText(part, [...at, key]));
}

const everything = buildQuestionnaire({
  pages: [
    {
      ...page(
        "p",
        matrix("m", ["x"], { help: text("h"), label: text("l") }),
        nps("n"),
        single("s", ["x"], { other: { label: text("o") } }),
        multiple("t", ["x"], { other: { label: text("o") } }),
        { code: "i", type: "statement", text: text("i") },
      ),
      title: text("t"),
    },
  ],
  scoring: { indicators: [{ code: "d", label: text("d"), children: [{ code: "x", label: text("x"), item: "m_x" }] }] },
});

it.each([everything, buildQuestionnaire(), ...templates.map(({ questionnaire }) => questionnaire)])(
  "meets every text once, at the place it stands (%#)",
  (questionnaire) => {
    const met: string[] = [];
    mapTexts(questionnaire, (one, { at }) => {
      met.push(at.join("/"));
      return one;
    });
    expect(met.toSorted()).toEqual(formsOfText(questionnaire).toSorted());
  },
);

it("changes the texts and nothing else", () => {
  const sound = asking(matrix("m", ["x"]));
  expect(mapTexts(sound, (one) => one)).toEqual(sound);
  const { pages } = mapTexts(sound, () => ({ en: "changed" }));
  expect(pages[0]?.questions[0]).toEqual({
    ...matrix("m", ["x"]),
    text: { en: "changed" },
    rows: [{ code: "x", text: { en: "changed" } }],
  });
});
