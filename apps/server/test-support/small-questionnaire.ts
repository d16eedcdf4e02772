import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";

/** A questionnaire that is small but whole: a rating with states, a matrix, a recommendation, a choice that shows a text. */
const whole: Questionnaire = {
  format: "manyi-questionnaire/1",
  title: { zh: "服务满意度", en: "Service satisfaction" },
  languages: ["zh", "en"],
  welcome: {
    organisation: { zh: "晨光物业", en: "Morning Light" },
    purpose: { zh: "想听听您的感受。", en: "We would like to hear how we did." },
    privacy: { zh: "答案只用于改进服务。", en: "Answers serve to improve our service only." },
  },
  scales: {
    five: {
      minimum: 1,
      maximum: 5,
      labels: { "1": { zh: "很不满意", en: "Very dissatisfied" }, "5": { zh: "非常满意", en: "Very satisfied" } },
    },
  },
  pages: [
    {
      code: "start",
      questions: [
        {
          type: "rating",
          code: "overall",
          text: { zh: "总体满意程度", en: "Satisfaction overall" },
          scale: "five",
          required: true,
        },
        {
          type: "matrix",
          code: "service",
          text: { zh: "各项服务", en: "Our services" },
          scale: "five",
          states: ["not-applicable"],
          rows: [
            { code: "speed", text: { zh: "响应及时", en: "Speed" } },
            { code: "care", text: { zh: "态度", en: "Attitude" } },
          ],
        },
      ],
    },
    {
      code: "end",
      questions: [
        {
          type: "nps",
          code: "nps",
          text: { zh: "您会推荐我们吗", en: "Would you recommend us" },
          low: { zh: "不会", en: "Not at all" },
          high: { zh: "一定会", en: "Certainly" },
        },
        {
          type: "single-choice",
          code: "years",
          text: { zh: "与我们合作多久", en: "Years with us" },
          options: [
            { code: "new", label: { zh: "一年以内", en: "Less than one" } },
            { code: "old", label: { zh: "一年以上", en: "One or more" } },
          ],
        },
        {
          type: "open-text",
          code: "why",
          text: { zh: "请告诉我们原因", en: "Please tell us why" },
          showIf: { item: "overall", to: 2 },
        },
      ],
    },
  ],
  thanks: { title: { zh: "谢谢", en: "Thank you" }, text: { zh: "我们会认真阅读。", en: "We read every answer." } },
  scoring: {
    indicators: [
      { code: "speed", label: { zh: "及时", en: "Speed" }, item: "service_speed" },
      { code: "care", label: { zh: "态度", en: "Attitude" }, item: "service_care" },
    ],
    measures: { overall: "overall", nps: "nps" },
    segments: ["years"],
  },
};

export function smallQuestionnaire(overrides: Partial<Questionnaire> = {}): Questionnaire {
  return { ...whole, ...overrides };
}
