import { evaluate } from "@manyi/questionnaire/evaluation/evaluate";
import { expect, it } from "vitest";
import { askingMore } from "../../test-support/asking-more.ts";
import { askedField, firstUnseen } from "./asked-on.ts";

const pages = (answers: object) => evaluate(askingMore(), { ...answers }).pages;
const [untouched, dissatisfied] = [pages({}), pages({ overall: 1 })];

it("tells what an answer brings up on its own page, once", () => {
  const [before, after] = [untouched[0], dissatisfied[0]];
  if (before === undefined || after === undefined) throw new Error("the sample has no page");
  const seen = askedField(before);
  expect(firstUnseen(before, seen)).toBeNull();
  expect(firstUnseen(after, seen)).toMatchObject({ question: { code: "reason" }, row: null });
  expect(firstUnseen(after, askedField(after))).toBeNull();
  expect(firstUnseen(after, null)).toBeNull();
});

it("names the rows of a matrix one by one", () => {
  const matrix = untouched.find(({ questions }) => questions.some(({ question }) => question.type === "matrix"));
  if (matrix === undefined) throw new Error("the sample has no matrix");
  expect(askedField(matrix).split(" ")).toEqual(expect.arrayContaining(["items.speed", "items.clarity"]));
  const oneRow = matrix.questions.map((shown) => ({ ...shown, showsRow: (row: string) => row === "speed" }));
  expect(firstUnseen(matrix, askedField({ questions: oneRow }))).toMatchObject({ row: "clarity" });
});
