import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";

const both = (zh: string, en: string) => ({ zh, en });

/** Every type of question and every appearance, in five pages. */
export const sampleQuestionnaire: Questionnaire = {
  format: "manyi-questionnaire/1",
  title: both("服务满意度调查", "Your view of our service"),
  languages: ["zh", "en"],
  welcome: {
    organisation: both("晨光财税", "Chenguang Accounting"),
    purpose: both("想听听您对我们服务的看法。", "We would like to know how our service works for you."),
    privacy: both("不记名，回答只用于改进服务。", "Anonymous, and used to improve our service only."),
  },
  scales: {
    satisfaction: {
      minimum: 1,
      maximum: 5,
      labels: {
        "1": both("很不满意", "Very dissatisfied"),
        "2": both("不太满意", "Dissatisfied"),
        "3": both("一般", "Neutral"),
        "4": both("比较满意", "Satisfied"),
        "5": both("非常满意", "Very satisfied"),
      },
    },
    effort: {
      minimum: 1,
      maximum: 7,
      labels: { "1": both("非常费事", "Very hard"), "7": both("非常省事", "Very easy") },
    },
  },
  pages: [
    {
      code: "start",
      questions: [
        {
          code: "overall",
          type: "rating",
          scale: "satisfaction",
          text: both("总的来说，您满意吗？", "Overall, how satisfied are you?"),
          required: true,
        },
      ],
    },
    {
      code: "why",
      showIf: { item: "overall", to: 2 },
      questions: [
        {
          code: "reason",
          type: "open-text",
          text: both("哪里让您不满意？", "What went wrong?"),
          required: true,
          longest: 40,
        },
      ],
    },
    {
      code: "service",
      title: both("服务过程", "How we work"),
      questions: [
        {
          code: "items",
          type: "matrix",
          scale: "satisfaction",
          text: both("您对下面几项满意吗？", "How satisfied are you with these?"),
          required: true,
          states: ["not-applicable"],
          rows: [
            { code: "speed", text: both("响应速度", "Speed of replies") },
            { code: "clarity", text: both("说明清楚", "Clear words") },
          ],
        },
        {
          code: "stars",
          type: "rating",
          scale: "effort",
          appearance: "stars",
          text: both("办事省事吗？", "How easy was it?"),
        },
        {
          code: "mood",
          type: "rating",
          scale: "satisfaction",
          appearance: "smileys",
          text: both("这次的心情？", "How did it feel?"),
          states: ["dont-know"],
        },
      ],
    },
    {
      code: "about",
      questions: [
        {
          code: "channel",
          type: "multiple-choice",
          text: both("您用过哪些方式联系我们？", "How have you contacted us?"),
          required: true,
          most: 2,
          options: [
            { code: "phone", label: both("电话", "Telephone") },
            { code: "wechat", label: both("微信", "WeChat") },
            { code: "visit", label: both("上门", "A visit") },
            { code: "none", label: both("都没有", "None of these"), exclusive: true },
          ],
          other: { label: both("其他", "Other"), textRequired: true },
        },
        {
          code: "kind",
          type: "single-choice",
          text: both("贵公司属于哪一类？", "What kind of company are you?"),
          options: [
            { code: "small", label: both("小规模纳税人", "Small-scale taxpayer") },
            { code: "general", label: both("一般纳税人", "General taxpayer") },
          ],
          other: { label: both("其他", "Other") },
          states: ["refused"],
        },
        {
          code: "city",
          type: "single-choice",
          appearance: "dropdown",
          text: both("您在哪座城市？", "Which city are you in?"),
          options: [
            { code: "bj", label: both("北京", "Beijing") },
            { code: "sh", label: both("上海", "Shanghai") },
          ],
        },
      ],
    },
    {
      code: "last",
      questions: [
        { code: "note", type: "statement", text: both("最后两个问题。", "Two last questions.") },
        {
          code: "recommend",
          type: "nps",
          text: both("您有多大可能推荐我们？", "How likely are you to recommend us?"),
          low: both("完全不可能", "Not at all likely"),
          high: both("极有可能", "Extremely likely"),
          required: true,
        },
        { code: "words", type: "open-text", text: both("还想说什么？", "Anything else?"), lines: 4 },
      ],
    },
  ],
  thanks: {
    title: both("谢谢您的回答", "Thank you"),
    text: both("结果用于改进服务。", "The results guide what we improve."),
  },
  scoring: {},
};
