export const zh = {
  quoted: (text: string) => `“${text}”`,
  and: "，并且",
  or: "，或者",
  not: (text: string) => `并非${text}`,
  bracketed: (text: string) => `（${text}）`,
  oneOf: (name: string, options: readonly string[]) => `${name}选了${options.map((each) => `“${each}”`).join("或")}`,
  between: (name: string, from: number | null, to: number | null) =>
    from === null
      ? `${name}不高于 ${to} 分`
      : to === null
        ? `${name}不低于 ${from} 分`
        : from === to
          ? `${name}为 ${from} 分`
          : `${name}为 ${from}–${to} 分`,
  states: {
    answered: "已作答",
    unanswered: "未作答",
    "not-applicable": "选了“不适用”",
    "dont-know": "选了“不清楚”",
    refused: "选了“不愿回答”",
  },
  legend: "显示条件",
  always: "始终显示。",
  shownIf: (condition: string) => `当${condition}时显示。`,
  add: "加一个条件",
  first: "设显示条件",
  nothingEarlier: "它前面还没有问题，所以始终显示。",
  join: "几个条件之间",
  joins: { all: "全部满足", any: "满足其一" },
  item: (number: number) => `条件 ${number} 看哪一题`,
  sense: (number: number) => `条件 ${number} 怎样判断`,
  senses: { range: "分数在", outside: "分数不在", oneOf: "选了", noneOf: "没有选" },
  numberWanted: "请填一个数。",
  from: "从",
  to: "到",
  points: (from: number, to: number) => `${from}–${to}`,
  options: "这些选项",
  remove: (number: number) => `去掉条件 ${number}`,
  removeAll: "去掉条件，始终显示",
  nested: "这个条件由几层组成，在这里只能查看或去掉。",
  unknown: (item: string) => `${item}（已不在前面）`,
};

export type ConditionMessages = typeof zh;
