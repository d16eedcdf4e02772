import type { Questionnaire, Scoring } from "../src/definition/questionnaire.ts";
import { buildQuestionnaire, text } from "./build-questionnaire.ts";
import type { FaultyQuestionnaires } from "./faulty-questionnaires.ts";

function scored(scoring: Scoring): Questionnaire {
  return buildQuestionnaire({ scoring });
}

const leaf = (code: string, item: string, more: object = {}) => ({ code, label: text(code), item, ...more });
const speed = leaf("speed", "service_speed");
const price = leaf("price", "service_price");

export const faultyScoring: FaultyQuestionnaires = [
  [
    "two indicators of one code",
    scored({ indicators: [speed, leaf("Speed", "service_price")] }),
    "code-twice",
    "scoring/indicators/1/code",
  ],
  [
    "an indicator with question and branches",
    scored({ indicators: [{ ...speed, children: [price] }] }),
    "indicator-leaf-or-branch",
    "scoring/indicators/0",
  ],
  [
    "an indicator with neither",
    scored({ indicators: [{ code: "x", label: text("x") }] }),
    "indicator-leaf-or-branch",
    "scoring/indicators/0",
  ],
  [
    "an indicator of nothing",
    scored({ indicators: [leaf("x", "gone")] }),
    "indicator-item-unknown",
    "scoring/indicators/0/item",
  ],
  [
    "the importance of nothing",
    scored({ indicators: [{ ...speed, importance: "gone" }] }),
    "indicator-item-unknown",
    "scoring/indicators/0/importance",
  ],
  [
    "an indicator of a choice",
    scored({ indicators: [leaf("x", "kind")] }),
    "indicator-item-not-rated",
    "scoring/indicators/0/item",
  ],
  [
    "an indicator of a text",
    scored({ indicators: [{ code: "d", label: text("d"), children: [leaf("x", "reason")] }] }),
    "indicator-item-not-rated",
    "scoring/indicators/0/children/0/item",
  ],
  [
    "one item in two indicators",
    scored({ indicators: [speed, leaf("x", "service_speed")] }),
    "indicator-item-twice",
    "scoring/indicators/1/item",
  ],
  [
    "stated weights without importance",
    scored({ indicators: [speed], weights: "stated" }),
    "weights-need-importance",
    "scoring/weights",
  ],
  [
    "importance on two scales",
    scored({
      indicators: [
        { ...speed, importance: "overall" },
        { ...price, importance: "nps" },
      ],
      weights: "stated",
    }),
    "importance-scales-differ",
    "scoring/weights",
  ],
  [
    "derived weights without overall satisfaction",
    scored({ indicators: [speed], weights: "lmg" }),
    "weights-need-overall",
    "scoring/weights",
  ],
  [
    "entered weights that sum to nothing",
    scored({ indicators: [{ ...speed, weight: 0 }], weights: "entered" }),
    "weights-sum-zero",
    "scoring/weights",
  ],
  [
    "entered weights that sum to nothing below",
    scored({
      indicators: [{ code: "d", label: text("d"), weight: 1, children: [{ ...speed, weight: 0 }] }],
      weights: "entered",
    }),
    "weights-sum-zero",
    "scoring/weights",
  ],
  [
    "a measure of nothing",
    scored({ measures: { overall: "gone" } }),
    "measure-item-unknown",
    "scoring/measures/overall",
  ],
  ["NPS from five points", scored({ measures: { nps: "overall" } }), "measure-item-wrong", "scoring/measures/nps"],
  ["effort from a choice", scored({ measures: { ces: "kind" } }), "measure-item-wrong", "scoring/measures/ces"],
  [
    "a group of nothing",
    scored({ measures: { overall: "overall" }, segments: ["gone"] }),
    "group-item-unknown",
    "scoring/segments/0",
  ],
  [
    "a unit that is a rating",
    scored({ measures: { overall: "overall" }, units: ["nps"] }),
    "group-item-not-choice",
    "scoring/units/0",
  ],
  [
    "a group twice",
    scored({ measures: { overall: "overall" }, segments: ["kind", "kind"] }),
    "group-item-twice",
    "scoring/segments/1",
  ],
  ["no score at all", scored({ segments: ["kind"] }), "nothing-scored", "scoring"],
];
