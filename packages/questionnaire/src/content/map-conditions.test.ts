import { expect, it } from "vitest";
import { buildQuestionnaire, matrix, page, rating, text } from "../../test-support/build-questionnaire.ts";
import type { Condition } from "../definition/condition.ts";
import { mapConditions } from "./map-conditions.ts";

const about = (item: string): Condition => ({ item, is: "answered" });

it("meets every condition once: of pages, questions, rows, requirements, jumps and end screens", () => {
  const rows = [{ code: "r", text: text("行"), showIf: about("row") }];
  const questionnaire = buildQuestionnaire({
    pages: [
      {
        ...page(
          "p",
          rating("a", { showIf: about("question"), requiredIf: about("required") }),
          matrix("m", [], { rows }),
        ),
        showIf: about("page"),
        jumps: [{ when: about("jump") }],
      },
    ],
    endings: [{ code: "bye", showIf: about("ending"), title: text("再见"), text: text("谢谢") }],
  });
  const met: string[] = [];
  const renamed = mapConditions(questionnaire, (condition) => {
    if ("item" in condition) met.push(condition.item);
    return about("x");
  });
  expect(met.toSorted()).toEqual(["ending", "jump", "page", "question", "required", "row"]);
  expect(JSON.stringify(renamed).match(/"item":"x"/g)).toHaveLength(6);
  expect(mapConditions(questionnaire, (condition) => condition)).toEqual(questionnaire);
});
