import type { FormProblem } from "../check/questionnaire-issue.ts";
import { languageNames } from "./language-names.ts";
import type { QuestionnaireMessages } from "./texts.ts";

const nameOf = languageNames("en");
const list = new Intl.ListFormat("en", { type: "conjunction" });
const named = (languages: readonly string[]) => list.format(languages.map(nameOf));

const formProblems: Readonly<Record<FormProblem, (about: string) => string>> = {
  missing: (about) => `“${about}” is missing. Add it.`,
  unknown: (about) => `There is no property “${about}”. Check its spelling or delete it.`,
  type: (about) => `The value is of the wrong type; it should be: ${about}.`,
  "not-listed": (about) => `The value is not one of those allowed: ${about}.`,
  "too-small": (about) => `It must not be less than ${about}.`,
  "too-large": (about) => `It must not be more than ${about}.`,
  "too-long": (about) => `It must not be longer than ${about} characters. Shorten it.`,
  "too-few": (about) => `At least ${about} are needed.`,
  "too-many": (about) => `At most ${about} are allowed.`,
  twice: () => "The list holds an entry twice. Delete one.",
  pattern: (about) => `It is not written as it must be: ${about}.`,
  condition: () =>
    "This is not a condition. Write all, any or not; or an item with its range (from, to), its options (oneOf) or its state (is).",
  "too-deep": (about) => `It is nested more than ${about} levels deep. Simplify it.`,
};

const measures: QuestionnaireMessages["measures"] = {
  overall: "Overall satisfaction",
  nps: "Net Promoter Score (NPS)",
  ces: "Effort (CES)",
  repurchase: "Repurchase",
  recommendation: "Recommendation",
};
const measureNamed = (measure: string) => Object.entries(measures).find(([name]) => name === measure)?.[1] ?? measure;

const states: QuestionnaireMessages["states"] = {
  answered: "answered",
  unanswered: "unanswered",
  "not-applicable": "not applicable",
  "dont-know": "don’t know",
  refused: "prefer not to say",
};

export const en: QuestionnaireMessages = {
  formProblems,
  measures,
  states,
  issues: {
    "form-wrong": (d) => formProblems[d.problem](d.about),
    "text-missing": (d) => `The text is missing in ${named(d.languages)}. Write it.`,
    "code-twice": (d) => `The code “${d.code}” is in use already (upper and lower case are the same). Choose another.`,
    "item-twice": (d) =>
      `Answers would be kept as “${d.item}”, where another question keeps its own. Change the code of one of them.`,
    "code-reserved": (d) => `The code “${d.code}” has a meaning of its own. Choose another.`,
    "no-question": () => "There is no question to answer yet. Add at least one.",
    "page-empty": () => "The page has no question. Add one, or delete the page.",
    "items-too-many": (d) =>
      `There are ${d.items} things to answer; at most ${d.limit} are possible. Remove questions or rows.`,
    "rows-too-few": (d) => `A matrix needs at least ${d.least} row.`,
    "options-too-few": (d) => `At least ${d.least} options are needed.`,
    "bounds-crossed": (d) => `The smallest value, ${d.least}, is not below the largest, ${d.most}. Change one of them.`,
    "day-not-in-calendar": (d) => `There is no ${d.day} in the calendar. Choose another day.`,
    "days-crossed": (d) => `The earliest day, ${d.earliest}, is after the latest, ${d.latest}. Change one of them.`,
    "limits-crossed": (d) =>
      `At least ${d.least} must be chosen, but no more than ${d.most} can be: nobody can answer. Change the limits.`,
    "scale-unknown": (d) => `The scale “${d.scale}” does not exist. Choose another, or add it.`,
    "scale-range": (d) => `The scale runs from ${d.minimum} to ${d.maximum}; its highest value must exceed its lowest.`,
    "scale-label-outside": (d) => `“${d.value}” has words but is no value of the scale. Delete them.`,
    "scale-ends-unlabelled": () =>
      "Both ends of the scale need words, or nobody knows which is the good one. Write them.",
    "scale-mark-missing": (d) => `The scale is converted by marks, but ${d.value} has none. Add it.`,
    "scale-mark-outside": (d) => `“${d.value}” has a mark but is no value of the scale. Delete it.`,
    "scale-marks-disordered": () => "A better answer has a lower mark. Check the marks, or which end is the good one.",
    "condition-item-unknown": (d) => `The condition speaks of “${d.item}”, which is not asked. Choose a question.`,
    "condition-looks-ahead": (d) =>
      `The condition speaks of “${d.item}”, which has not been answered by then. Only earlier questions can be used.`,
    "condition-option-unknown": (d) =>
      `The condition speaks of the option “${d.option}”, which “${d.item}” does not have.`,
    "condition-kind-wrong": (d) =>
      `“${d.item}” cannot be compared like this: ratings by range, choices by option, texts only by whether they are answered.`,
    "condition-empty-range": (d) =>
      `No answer to “${d.item}” lies in this range, so the condition never holds. Change it.`,
    "condition-state-not-offered": (d) =>
      `“${d.item}” does not offer “${states[d.state]}”, so the condition never holds. Offer it, or change the condition.`,
    "condition-too-deep": (d) => `The condition is nested more than ${d.limit} levels deep. Simplify it.`,
    "jump-page-unknown": (d) => `It leads to the page “${d.page}”, which does not exist. Choose a page.`,
    "jump-looks-back": (d) => `It leads back to the page “${d.page}”. Choose a later page, or the end.`,
    "ending-unknown": (d) => `It names the end screen “${d.ending}”, which does not exist. Choose one.`,
    "ending-unreachable": (d) =>
      `Nobody would see the end screen “${d.ending}”: give it a condition, or let a jump name it.`,
    "indicator-leaf-or-branch": (d) =>
      `The indicator “${d.code}” needs either a question or indicators below it, not both.`,
    "indicator-item-unknown": (d) => `“${d.item}” is not asked. Choose a question.`,
    "indicator-item-not-rated": (d) => `“${d.item}” is not rated, so it has no score. Choose a rating.`,
    "indicator-item-twice": (d) => `“${d.item}” measures another indicator already; an answer counts only once.`,
    "weights-need-importance": (d) =>
      `The weights are what respondents call important, but the indicator “${d.code}” has no question on its importance.`,
    "weights-need-overall": () =>
      "These weights are derived from overall satisfaction, but no question is named for it. Name one, or weight otherwise.",
    "weights-sum-zero": () => "The weights of the indicators sum to 0. Give at least one of them a weight.",
    "importance-scales-differ": (d) =>
      `“${d.first}” and “${d.other}” ask for importance on different scales; their means cannot be compared. Use one scale.`,
    "measure-item-unknown": (d) =>
      `${measureNamed(d.measure)} names “${d.item}”, which is not asked. Choose a question.`,
    "measure-item-wrong": (d) =>
      d.measure === "nps"
        ? `“${d.item}” is not asked from 0 to 10 with the best at 10, so it gives no NPS. Choose a recommendation question.`
        : `${measureNamed(d.measure)} needs a rating, which “${d.item}” is not. Choose another question.`,
    "group-item-unknown": (d) => `The groups name “${d.item}”, which is not asked. Choose a question.`,
    "group-item-not-choice": (d) => `“${d.item}” is not a choice, so it makes no groups. Choose another question.`,
    "group-item-twice": (d) => `“${d.item}” stands in the groups twice. Delete one.`,
    "nothing-scored": () =>
      "No indicator and no measure (overall satisfaction, NPS …) is named, so results will have no score. Name them.",
    "item-changed": (d) =>
      `Version ${d.version} asked something else as “${d.item}” (type, scale or the meaning of an option differs), and both answers would be mixed. Choose another code, or go back to what it was.`,
    "takes-long": (d) => `It takes about ${d.minutes} minutes, and noticeably more people give up. Remove questions.`,
  },
  place: {
    whole: "Questionnaire",
    title: "Title",
    languages: "Languages",
    welcome: {
      whole: "Introduction",
      organisation: "Introduction, organisation",
      purpose: "Introduction, purpose",
      privacy: "Introduction, privacy",
    },
    thanks: { whole: "End screen", title: "End screen, title", text: "End screen, text" },
    scoring: "Scoring",
    scale: (name) => `Scale “${name}”`,
    page: (number) => `Page ${number}`,
    question: (code) => `“${code}”`,
    row: (number) => `row ${number}`,
    option: (number) => `option ${number}`,
    indicator: (code) => `Indicator “${code}”`,
    jump: (number) => `jump ${number}`,
    ending: (code) => `End screen “${code}”`,
    parts: {
      title: "title",
      text: "text",
      label: "text",
      shortName: "short name",
      help: "help",
      code: "code",
      requiredIf: "condition of being required",
      when: "condition",
      unit: "unit",
      minimum: "smallest value",
      maximum: "largest value",
      earliest: "earliest day",
      latest: "latest day",
      showIf: "condition",
      low: "words at the low end",
      high: "words at the high end",
      other: "option “other”",
      labelOf: (value) => `words of ${value}`,
    },
    joined: (parts) => parts.join(", "),
    before: (place, sentence) => `${place}: ${sentence}`,
  },
};
