import type { Page, Questionnaire, Scoring } from "@manyi/questionnaire/definition/questionnaire";

const text = (zh: string, en: string) => ({ zh, en });

const pages: Page[] = [
  {
    code: "p1",
    questions: [
      { type: "rating", code: "overall", text: text("总体", "Overall"), scale: "five" },
      {
        type: "single-choice",
        code: "why",
        text: text("为什么", "Why"),
        options: [
          { code: "price", label: text("价格", "Price") },
          { code: "speed", label: text("速度", "Speed") },
        ],
        showIf: { item: "overall", from: 1, to: 2 },
      },
    ],
  },
  {
    code: "p2",
    showIf: {
      any: [
        { item: "why", oneOf: ["price"] },
        { item: "overall", is: "answered" },
      ],
    },
    questions: [
      {
        type: "matrix",
        code: "service",
        text: text("各方面", "Aspects"),
        scale: "five",
        rows: [
          { code: "r1", text: text("态度", "Attitude") },
          { code: "r2", text: text("专业", "Competence") },
        ],
      },
      { type: "open-text", code: "more", text: text("还有", "More") },
    ],
  },
];

const scoring: Scoring = {
  indicators: [
    {
      code: "quality",
      label: text("质量", "Quality"),
      children: [
        { code: "attitude", label: text("态度", "Attitude"), item: "service_r1" },
        { code: "competence", label: text("专业", "Competence"), item: "service_r2" },
      ],
    },
  ],
  measures: { overall: "overall" },
  segments: ["why"],
};

/** Two pages: a rating and a choice that depends on it; a matrix and an open question. Everything is scored somewhere. */
export function buildQuestionnaire(overrides: Partial<Questionnaire> = {}): Questionnaire {
  return {
    format: "manyi-questionnaire/1",
    title: text("满意度", "Satisfaction"),
    languages: ["zh", "en"],
    welcome: {
      organisation: text("云杉", "Spruce"),
      purpose: text("改进", "To improve"),
      privacy: text("匿名", "Anonymous"),
    },
    scales: { five: { minimum: 1, maximum: 5, labels: { "1": text("差", "Bad"), "5": text("好", "Good") } } },
    pages: structuredClone(pages),
    thanks: { title: text("谢谢", "Thanks"), text: text("会改", "We will") },
    scoring: structuredClone(scoring),
    ...overrides,
  };
}
