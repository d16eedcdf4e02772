import {
  asking,
  buildQuestionnaire,
  fivePoints,
  nps,
  page,
  rating,
  text,
} from "@manyi/questionnaire/test-support/build-questionnaire";
import { expect, it } from "vitest";
import { rewordedItems } from "./reworded-items.ts";

const plain = asking(rating("overall", { text: text("总体满意吗？", "Satisfied?") }), nps("nps"));
const reworded = asking(rating("overall", { text: text("您对我们总体满意吗？", "Satisfied?") }), nps("nps"));
const spaced = asking(rating("overall", { text: text(" 总体满意吗？", "Satisfied? ") }), nps("nps"));
const versions = [plain, reworded, spaced].map((questionnaire, i) => ({ number: i + 1, questionnaire }));

/** @param asked versions of each wave, in turn */
function inWaves(...asked: readonly (readonly number[])[]) {
  return [
    ...rewordedItems(
      versions,
      asked.map((numbers, i) => ({ code: `w${i}`, name: {}, versions: numbers })),
    ),
  ];
}

it("names the waves that ask a rated item in other words than the wave before, in any language", () => {
  expect(inWaves([1], [1])).toEqual([]);
  expect(inWaves([1], [2])).toEqual([["overall", ["w1"]]]);
  expect(inWaves([1], [2], [2], [1])).toEqual([["overall", ["w1", "w3"]]]);
});

it("takes no spaces at the ends for other words", () => {
  expect(inWaves([1], [3])).toEqual([]);
});

it("counts a wave that asked both wordings as another than one that asked one", () => {
  expect(inWaves([1], [1, 2], [2])).toEqual([["overall", ["w1", "w2"]]]);
  expect(inWaves([1, 2], [2, 1])).toEqual([]);
});

it("compares with the last wave that asked the item at all", () => {
  const without = { number: 4, questionnaire: asking(nps("nps")) };
  const waves = [[1], [4], [2]].map((numbers, i) => ({ code: `w${i}`, name: {}, versions: numbers }));
  expect([...rewordedItems([...versions, without], waves)]).toEqual([["overall", ["w2"]]]);
});

it("takes the words of the scale's points for words of the item", () => {
  const labels = { ...fivePoints.labels, 3: text("还行", "So so") };
  const of = (scale: typeof fivePoints) =>
    buildQuestionnaire({ scales: { five: scale }, pages: [page("p", rating("overall"))] });
  const two = [of(fivePoints), of({ ...fivePoints, labels })].map((questionnaire, i) => ({ number: i, questionnaire }));
  const waves = [0, 1].map((number) => ({ code: String(number), name: {}, versions: [number] }));
  expect([...rewordedItems(two, waves)]).toEqual([["overall", ["1"]]]);
});
