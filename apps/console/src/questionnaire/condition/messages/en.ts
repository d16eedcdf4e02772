import type { ConditionMessages } from "./zh.ts";

export const en: ConditionMessages = {
  quoted: (text) => `“${text}”`,
  and: " and ",
  or: " or ",
  not: (text) => `not ${text}`,
  bracketed: (text) => `(${text})`,
  oneOf: (name, options) => `${name} is ${options.map((each) => `“${each}”`).join(" or ")}`,
  between: (name, from, to) =>
    from === null
      ? `${name} is at most ${to}`
      : to === null
        ? `${name} is at least ${from}`
        : from === to
          ? `${name} is ${from}`
          : `${name} is ${from}–${to}`,
  states: {
    answered: " was answered",
    unanswered: " was not answered",
    "not-applicable": " is “not applicable”",
    "dont-know": " is “don't know”",
    refused: " is “rather not say”",
  },
  legend: "Shown when",
  always: "Always shown.",
  shownIf: (condition) => `Shown when ${condition}.`,
  add: "Add a condition",
  first: "Set a condition",
  nothingEarlier: "Nothing is asked before it, so it is always shown.",
  join: "Of these conditions",
  joins: { all: "all must hold", any: "one is enough" },
  item: (number) => `Question of condition ${number}`,
  sense: (number) => `Comparison of condition ${number}`,
  senses: { range: "is within", outside: "is outside", oneOf: "is one of", noneOf: "is none of" },
  numberWanted: "Enter a number.",
  from: "from",
  to: "to",
  points: (from, to) => `${from}–${to}`,
  options: "These options",
  remove: (number) => `Remove condition ${number}`,
  removeAll: "Remove the condition, always show",
  nested: "This condition has several layers; here it can be read or removed.",
  unknown: (item) => `${item} (no longer before it)`,
};
