/** A questionnaire that is small but whole: a rating, a recommendation, an open answer. */
export const smallQuestionnaire = {
  format: "manyi-questionnaire/1",
  title: { zh: "故障演练", en: "Crash" },
  languages: ["zh"],
  welcome: {
    organisation: { zh: "演练公司" },
    purpose: { zh: "请评价我们的服务。" },
    privacy: { zh: "答案只用于改进服务。" },
  },
  scales: {
    satisfaction: { minimum: 1, maximum: 5, labels: { "1": { zh: "很不满意" }, "5": { zh: "非常满意" } } },
  },
  pages: [
    {
      code: "p1",
      questions: [
        { type: "rating", code: "overall", text: { zh: "总体满意吗" }, scale: "satisfaction", required: true },
        { type: "nps", code: "nps", text: { zh: "会推荐吗" }, low: { zh: "不会" }, high: { zh: "一定会" } },
        { type: "open-text", code: "why", text: { zh: "为什么" } },
      ],
    },
  ],
  thanks: { title: { zh: "谢谢" }, text: { zh: "我们会认真阅读。" } },
  scoring: { measures: { overall: "overall", nps: "nps" } },
};
