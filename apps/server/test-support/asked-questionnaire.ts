import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";

/** Every type of question, in two pages; the reason is asked of those who are not satisfied. */
export const askedQuestionnaire: Questionnaire = {
  format: "manyi-questionnaire/1",
  title: { zh: "满意度调查", en: "Satisfaction survey" },
  languages: ["zh", "en"],
  welcome: {
    organisation: { zh: "晨光物业", en: "Morning Light" },
    purpose: { zh: "改进服务", en: "To improve the service" },
    privacy: { zh: "只用于统计", en: "Used for statistics only" },
  },
  scales: {
    five: { minimum: 1, maximum: 5, labels: { "1": { zh: "很差", en: "Poor" }, "5": { zh: "很好", en: "Good" } } },
  },
  pages: [
    {
      code: "first",
      questions: [
        { type: "rating", code: "overall", text: { zh: "总体", en: "Overall" }, scale: "five", required: true },
        {
          type: "open-text",
          code: "reason",
          text: { zh: "原因", en: "Why" },
          showIf: { item: "overall", to: 2 },
          required: true,
        },
      ],
    },
    {
      code: "second",
      questions: [
        {
          type: "matrix",
          code: "service",
          text: { zh: "服务", en: "Service" },
          scale: "five",
          rows: [
            { code: "speed", text: { zh: "速度", en: "Speed" } },
            { code: "care", text: { zh: "用心", en: "Care" } },
          ],
          states: ["not-applicable"],
        },
        {
          type: "nps",
          code: "nps",
          text: { zh: "推荐", en: "Recommend" },
          low: { zh: "不会", en: "No" },
          high: { zh: "一定会", en: "Surely" },
        },
        {
          type: "multiple-choice",
          code: "ways",
          text: { zh: "渠道", en: "Ways" },
          options: [
            { code: "phone", label: { zh: "电话", en: "Phone" } },
            { code: "visit", label: { zh: "上门", en: "Visit" } },
          ],
        },
        { type: "open-text", code: "more", text: { zh: "还有吗", en: "Anything else" } },
      ],
    },
  ],
  thanks: { title: { zh: "谢谢", en: "Thank you" }, text: { zh: "我们会认真看", en: "We read everything" } },
  scoring: { measures: { overall: "overall", nps: "nps" } },
};

/** Right in everything. */
export const completeAnswers = {
  overall: 4,
  service: { speed: 5, care: "not-applicable" },
  nps: 9,
  ways: { options: ["phone"] },
  more: "很好",
} as const;
