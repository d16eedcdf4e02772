import type { Questionnaire } from "../src/definition/questionnaire.ts";
import {
  asking,
  buildQuestionnaire,
  day,
  fivePoints,
  matrix,
  multiple,
  number,
  openText,
  page,
  rating,
  single,
  text,
} from "./build-questionnaire.ts";
import type { FaultyQuestionnaires } from "./faulty-questionnaires.ts";

function scaled(scale: object): Questionnaire {
  return buildQuestionnaire({ scales: { five: { ...fivePoints, ...scale } } });
}

const marks = (kind: "marks", byValue: Record<string, number>) => ({ conversion: { kind, marks: byValue } });
const rated = (n: number) => Array.from({ length: n }, (_, i) => `r${i}`);

export const faultyStructure: FaultyQuestionnaires = [
  [
    "a smallest number that is the largest",
    asking(number("a", { minimum: 5, maximum: 5 })),
    "bounds-crossed",
    "pages/0/questions/0/minimum",
  ],
  [
    "a latest day that does not exist",
    asking(day("a", { latest: "2026-02-29" })),
    "day-not-in-calendar",
    "pages/0/questions/0/latest",
  ],
  [
    "an earliest day after the latest",
    asking(day("a", { earliest: "2026-02-02", latest: "2026-02-01" })),
    "days-crossed",
    "pages/0/questions/0/earliest",
  ],
  ["a text that all languages lack", buildQuestionnaire({ title: {} }), "text-missing", "title"],
  ["a text that one language lacks", buildQuestionnaire({ title: { zh: "标题" } }), "text-missing", "title"],
  ["a blank text", asking(rating("a", { text: { zh: " ", en: "x" } })), "text-missing", "pages/0/questions/0/text"],
  [
    "a half-translated page title",
    buildQuestionnaire({ pages: [{ ...page("p", rating("a")), title: { zh: "页" } }], scoring: {} }),
    "text-missing",
    "pages/0/title",
  ],
  [
    "two pages of one code",
    buildQuestionnaire({ pages: [page("p", rating("a")), page("P", rating("b"))], scoring: {} }),
    "code-twice",
    "pages/1/code",
  ],
  ["two questions of one code", asking(rating("a"), rating("A")), "code-twice", "pages/0/questions/1/code"],
  ["two rows of one code", asking(matrix("m", ["x", "X"])), "code-twice", "pages/0/questions/0/rows/1/code"],
  ["two options of one code", asking(single("a", ["x", "x"])), "code-twice", "pages/0/questions/0/options/1/code"],
  [
    "two languages that differ in case",
    buildQuestionnaire({ languages: ["zh", "en", "zh-TW", "zh-tw"] }),
    "code-twice",
    "languages/3",
  ],
  [
    "names that meet by chance",
    asking(matrix("a", ["b_c"]), matrix("a_b", ["C"])),
    "item-twice",
    "pages/0/questions/1/code",
  ],
  [
    "a question called like the text behind another",
    asking(single("a", ["x"], { other: { label: text("其他") } }), openText("a_other_text")),
    "item-twice",
    "pages/0/questions/1/code",
  ],
  [
    "a page with the end screen's address",
    buildQuestionnaire({ pages: [page("done", rating("a"))], scoring: {} }),
    "code-reserved",
    "pages/0/code",
  ],
  [
    "an option with a state's code",
    asking(single("a", ["x", "NA"])),
    "code-reserved",
    "pages/0/questions/0/options/1/code",
  ],
  [
    "an option coded other",
    asking(multiple("a", ["x", "other"])),
    "code-reserved",
    "pages/0/questions/0/options/1/code",
  ],
  ["statements only", asking({ code: "s", type: "statement", text: text("说明") }), "no-question", "pages"],
  [
    "an empty page",
    buildQuestionnaire({ pages: [page("p", rating("a")), page("q")], scoring: {} }),
    "page-empty",
    "pages/1/questions",
  ],
  [
    "more items than a study takes",
    asking(...rated(11).map((code) => matrix(code, rated(100)))),
    "items-too-many",
    "pages",
  ],
  ["a matrix without rows", asking(matrix("m", [])), "rows-too-few", "pages/0/questions/0/rows"],
  ["one option", asking(single("a", ["x"])), "options-too-few", "pages/0/questions/0/options"],
  ["nothing to tick", asking(multiple("a", [])), "options-too-few", "pages/0/questions/0/options"],
  [
    "least above most",
    asking(multiple("a", ["x", "y", "z"], { least: 3, most: 2 })),
    "limits-crossed",
    "pages/0/questions/0/least",
  ],
  [
    "least above what there is",
    asking(multiple("a", ["x", "y"], { least: 3 })),
    "limits-crossed",
    "pages/0/questions/0/least",
  ],
  [
    "a scale that does not exist",
    asking(rating("a", { scale: "toString" })),
    "scale-unknown",
    "pages/0/questions/0/scale",
  ],
  [
    "a matrix on a scale that does not exist",
    asking(matrix("a", ["x"], { scale: "six" })),
    "scale-unknown",
    "pages/0/questions/0/scale",
  ],
  ["a scale of one point", scaled({ minimum: 5 }), "scale-range", "scales/five"],
  [
    "words outside the scale",
    scaled({ labels: { ...fivePoints.labels, "6": text("六") } }),
    "scale-label-outside",
    "scales/five/labels/6",
  ],
  ["an end without words", scaled({ labels: { "1": text("差") } }), "scale-ends-unlabelled", "scales/five/labels"],
  [
    "a value without mark",
    scaled(marks("marks", { 1: 0, 2: 30, 3: 60, 5: 100 })),
    "scale-mark-missing",
    "scales/five/conversion/marks",
  ],
  [
    "a mark without value",
    scaled(marks("marks", { 0: 0, 1: 0, 2: 30, 3: 60, 4: 80, 5: 100 })),
    "scale-mark-outside",
    "scales/five/conversion/marks/0",
  ],
  [
    "marks that fall",
    scaled(marks("marks", { 1: 0, 2: 60, 3: 30, 4: 80, 5: 100 })),
    "scale-marks-disordered",
    "scales/five/conversion/marks",
  ],
  [
    "marks that rise on a scale whose lowest is best",
    scaled({ best: "lowest", ...marks("marks", { 1: 0, 2: 30, 3: 60, 4: 80, 5: 100 }) }),
    "scale-marks-disordered",
    "scales/five/conversion/marks",
  ],
  ["more than five minutes", asking(...rated(120).map((code) => rating(code))), "takes-long", "pages"],
];
