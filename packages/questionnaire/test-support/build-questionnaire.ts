/** Questionnaires for tests: a small sound one, changed where a test wants it. */
import type { LocalText } from "../src/definition/primitives.ts";
import type { Page, Questionnaire } from "../src/definition/questionnaire.ts";
import type { Question } from "../src/question/question.ts";

export function text(zh: string, en: string = zh): LocalText {
  return { zh, en };
}

export const fivePoints = {
  minimum: 1,
  maximum: 5,
  labels: { "1": text("很不满意", "Very dissatisfied"), "5": text("非常满意", "Very satisfied") },
};

export function rating(code: string, overrides: object = {}): Question {
  return { code, type: "rating", text: text("满意吗？", "Satisfied?"), scale: "five", ...overrides };
}

export function matrix(code: string, rows: readonly string[], overrides: object = {}): Question {
  const asked = rows.map((row) => ({ code: row, text: text(row) }));
  return { code, type: "matrix", text: text("各方面", "Each"), scale: "five", rows: asked, ...overrides };
}

export function nps(code: string, overrides: object = {}): Question {
  return {
    code,
    type: "nps",
    text: text("推荐吗？", "Recommend?"),
    low: text("不可能", "Not at all"),
    high: text("极有可能", "Extremely"),
    ...overrides,
  };
}

export function single(code: string, options: readonly string[], overrides: object = {}): Question {
  const offered = options.map((option) => ({ code: option, label: text(option) }));
  return { code, type: "single-choice", text: text("哪一类？", "Which?"), options: offered, ...overrides };
}

export function multiple(code: string, options: readonly string[], overrides: object = {}): Question {
  const offered = options.map((option) => ({ code: option, label: text(option) }));
  return { code, type: "multiple-choice", text: text("哪些？", "Which ones?"), options: offered, ...overrides };
}

export function openText(code: string, overrides: object = {}): Question {
  return { code, type: "open-text", text: text("建议", "Suggestions"), ...overrides };
}

export function number(code: string, overrides: object = {}): Question {
  return { code, type: "number", text: text("几家？", "How many?"), ...overrides };
}

export function day(code: string, overrides: object = {}): Question {
  return { code, type: "date", text: text("哪一天？", "Which day?"), ...overrides };
}

export function contact(code: string, by: "phone" | "email", overrides: object = {}): Question {
  return { code, type: "contact", by, text: text("怎样联系您？", "How can we reach you?"), ...overrides };
}

export function page(code: string, ...questions: Question[]): Page {
  return { code, questions };
}

/** Overall satisfaction on the first page, the reason, who is dissatisfied; all else is asked of everybody. */
export function buildQuestionnaire(overrides: Partial<Questionnaire> = {}): Questionnaire {
  return {
    format: "manyi-questionnaire/1",
    title: text("测试问卷", "Test"),
    languages: ["zh", "en"],
    welcome: {
      organisation: text("公司", "Company"),
      purpose: text("目的", "Purpose"),
      privacy: text("隐私", "Privacy"),
    },
    scales: { five: fivePoints },
    pages: [
      page("first", rating("overall", { required: true })),
      { ...page("why", openText("reason")), showIf: { item: "overall", to: 2 } },
      page(
        "rest",
        matrix("service", ["speed", "price"], { states: ["not-applicable"] }),
        nps("nps"),
        single("kind", ["a", "b"]),
      ),
    ],
    thanks: { title: text("谢谢", "Thanks"), text: text("已收到", "Received") },
    scoring: {
      indicators: [{ code: "speed", label: text("速度", "Speed"), item: "service_speed" }],
      measures: { overall: "overall", nps: "nps" },
      segments: ["kind"],
    },
    ...overrides,
  };
}

/** Of one page with these questions and without scoring. */
export function asking(...questions: Question[]): Questionnaire {
  return buildQuestionnaire({ pages: [page("only", ...questions)], scoring: {} });
}
