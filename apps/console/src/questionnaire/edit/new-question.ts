import type { LocalText } from "@manyi/questionnaire/definition/primitives";
import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import type { Question, QuestionType } from "@manyi/questionnaire/question/question";
import { freeQuestionCode } from "./new-code.ts";
import { usualScale } from "./scale-edits.ts";

/** In the order in which they are offered: what is asked most comes first. */
export const questionTypes: readonly QuestionType[] = [
  "rating",
  "matrix",
  "nps",
  "single-choice",
  "multiple-choice",
  "number",
  "date",
  "contact",
  "open-text",
  "statement",
];

const words = {
  rating: { zh: "您对我们的服务总体满意吗？", en: "How satisfied are you with our service overall?" },
  matrix: { zh: "您对以下各方面满意吗？", en: "How satisfied are you with each of these?" },
  nps: {
    zh: "您有多大可能向朋友或同行推荐我们？",
    en: "How likely are you to recommend us to a friend or colleague?",
  },
  "single-choice": { zh: "您使用我们的服务多久了？", en: "How long have you been using our service?" },
  "multiple-choice": { zh: "您希望我们先改进哪些方面？", en: "What should we improve first?" },
  number: { zh: "贵公司有多少名员工？", en: "How many people work at your company?" },
  date: { zh: "最近一次办理是在哪一天？", en: "On which day did you last use our service?" },
  contact: { zh: "如需回访，请留下电话。", en: "A phone number, if we may call you back." },
  "open-text": { zh: "您还有什么想告诉我们的？", en: "Is there anything else you would like to tell us?" },
  statement: { zh: "接下来的几个问题关于您最近一次的服务。", en: "The next questions are about your latest visit." },
} as const satisfies Record<QuestionType, LocalText>;

const rows = [
  { zh: "响应速度", en: "Speed of response" },
  { zh: "服务态度", en: "Friendliness" },
  { zh: "专业水平", en: "Competence" },
] as const;
const years = [
  { code: "under_1", label: { zh: "不到 1 年", en: "Less than a year" } },
  { code: "1_to_3", label: { zh: "1–3 年", en: "1 to 3 years" } },
  { code: "over_3", label: { zh: "3 年以上", en: "More than 3 years" } },
] as const;
const matters = [
  { code: "speed", label: { zh: "办理更快", en: "Faster handling" } },
  { code: "contact", label: { zh: "更容易联系到人", en: "Easier to reach somebody" } },
  { code: "price", label: { zh: "价格更透明", en: "Clearer prices" } },
] as const;

/** A question to begin with, worded in Chinese and English; other languages of the questionnaire are still to be written. It
 *  names a scale that the draft has; `withUsualScale` gives it one. */
export function newQuestion(type: QuestionType, draft: Questionnaire): Question {
  const code = freeQuestionCode(draft);
  const { languages } = draft;
  const text = only(words[type], languages);
  switch (type) {
    case "rating":
      return { type, code, text, scale: usualScale(draft), required: true, states: ["not-applicable"] };
    case "matrix": {
      const own = rows.map((row, index) => ({ code: `r${index + 1}`, text: only(row, languages) }));
      return { type, code, text, scale: usualScale(draft), rows: own, required: true, states: ["not-applicable"] };
    }
    case "nps": {
      const low = only({ zh: "完全不可能", en: "Not at all likely" }, languages);
      return {
        type,
        code,
        text,
        low,
        high: only({ zh: "极有可能", en: "Extremely likely" }, languages),
        required: true,
      };
    }
    case "single-choice":
      return { type, code, text, options: ownOptions(years, languages), required: true };
    case "multiple-choice": {
      const other = { label: only({ zh: "其他", en: "Something else" }, languages) };
      return { type, code, text, options: ownOptions(matters, languages), other };
    }
    case "number":
      return { type, code, text, minimum: 0, unit: only({ zh: "人", en: "people" }, languages) };
    case "contact":
      return { type, code, text, by: "phone" };
    case "date":
    case "open-text":
    case "statement":
      return { type, code, text };
  }
}

function ownOptions(options: readonly { code: string; label: LocalText }[], languages: readonly string[]) {
  return options.map(({ code, label }) => ({ code, label: only(label, languages) }));
}

/** A regional tag takes its language's words: `zh-TW` none, since its writing differs; `en-GB` those of `en`. */
function only(text: LocalText, languages: readonly string[]): LocalText {
  const entries = languages.flatMap((language): [string, string][] => {
    const words = text[language] ?? (language.startsWith("en-") ? text.en : undefined);
    return words === undefined ? [] : [[language, words]];
  });
  return Object.fromEntries(entries);
}
