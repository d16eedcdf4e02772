import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import { sampleQuestionnaire } from "./sample-questionnaire.ts";

const both = (zh: string, en: string) => ({ zh, en });

/** Questions that are answered in one line, and end screens that depend on them. */
export function askingInLines(): Questionnaire {
  return {
    ...sampleQuestionnaire,
    pages: [
      {
        code: "company",
        questions: [
          {
            code: "staff",
            type: "number",
            text: both("贵公司有多少人？", "How many people?"),
            help: both("估计即可。", "A guess will do."),
            minimum: 1,
            maximum: 10_000,
            unit: both("人", "people"),
            required: true,
            states: ["dont-know"],
          },
          { code: "since", type: "date", text: both("哪一天开始合作？", "Since which day?"), earliest: "2000-01-01" },
        ],
        jumps: [{ when: { item: "staff", to: 2 }, ending: "tiny" }],
      },
      {
        code: "reach",
        questions: [
          {
            code: "phone",
            type: "contact",
            by: "phone",
            text: both("电话", "Your phone number"),
            requiredIf: { item: "staff", from: 100 },
          },
          { code: "mail", type: "contact", by: "email", text: both("邮箱", "Your e-mail") },
        ],
      },
    ],
    endings: [
      {
        code: "tiny",
        title: both("谢谢您", "Thank you all the same"),
        text: both("本次只调查三人以上的公司。", "This time we ask companies of three and more."),
        outcome: "screened-out",
      },
    ],
    scoring: {},
  };
}
