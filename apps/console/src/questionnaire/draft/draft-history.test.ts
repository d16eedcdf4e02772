import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import { describe, expect, it } from "vitest";
import { buildQuestionnaire } from "../../../test-support/build-questionnaire.ts";
import { beginHistory, changed, redone, undone } from "./draft-history.ts";

const first = buildQuestionnaire();
const typed = (title: string) => (draft: Questionnaire) => ({ ...draft, title: { zh: title } });
const titleOf = ({ present }: { present: Questionnaire }) => present.title.zh;

describe("going back", () => {
  it("takes what was typed into one field in one go as one step", () => {
    let history = beginHistory(first);
    history = changed(history, typed("客"), "title.zh", 1_000);
    history = changed(history, typed("客户"), "title.zh", 1_400);
    expect(undone(history).present).toBe(first);
  });

  it("begins a new step after a pause, in another field, and for what is not typed", () => {
    let history = changed(beginHistory(first), typed("一"), "title.zh", 0);
    history = changed(history, typed("二"), "title.zh", 5_000);
    history = changed(history, typed("三"), "title.en", 5_100);
    history = changed(history, typed("四"), null, 5_200);
    expect([undone(history), undone(undone(history)), undone(undone(undone(history)))].map(titleOf)).toEqual([
      "三",
      "二",
      "一",
    ]);
  });

  it("goes forward again until something else is changed", () => {
    const history = undone(changed(beginHistory(first), typed("一"), null, 0));
    expect(titleOf(redone(history))).toBe("一");
    expect(redone(changed(history, typed("二"), null, 0)).present.title.zh).toBe("二");
  });

  it("has no step for a change that changes nothing, and ends at either end", () => {
    const history = beginHistory(first);
    expect(changed(history, (draft) => draft, null, 0)).toBe(history);
    expect(undone(history)).toBe(history);
    expect(redone(history)).toBe(history);
  });
});
