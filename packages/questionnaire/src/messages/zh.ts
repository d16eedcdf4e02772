import type { FormProblem } from "../check/questionnaire-issue.ts";
import { languageNames } from "./language-names.ts";
import type { QuestionnaireMessages } from "./texts.ts";

const nameOf = languageNames("zh");
const named = (languages: readonly string[]) => languages.map(nameOf).join("、");

const formProblems: Readonly<Record<FormProblem, (about: string) => string>> = {
  missing: (about) => `缺少“${about}”。请补上。`,
  unknown: (about) => `没有“${about}”这一项。请检查拼写或删除。`,
  type: (about) => `值的类型不对，应为 ${about}。`,
  "not-listed": (about) => `取值不在允许的范围内：${about}。`,
  "too-small": (about) => `不能小于 ${about}。`,
  "too-large": (about) => `不能大于 ${about}。`,
  "too-long": (about) => `不能超过 ${about} 个字符，请缩短。`,
  "too-few": (about) => `至少要有 ${about} 项。`,
  "too-many": (about) => `最多 ${about} 项。`,
  twice: () => "列表中有重复的项，请删除一个。",
  pattern: (about) => `写法不对，应符合 ${about}。`,
  condition: () =>
    "显示条件的写法不对。请写 all、any、not，或者某一题（item）的取值范围（from、to）、选项（oneOf）、状态（is）。",
  "too-deep": (about) => `嵌套超过 ${about} 层，请简化。`,
};

const measures: QuestionnaireMessages["measures"] = {
  overall: "总体满意度",
  nps: "净推荐值（NPS）",
  ces: "费力度（CES）",
  repurchase: "再购意愿",
  recommendation: "推荐意愿",
};
const measureNamed = (measure: string) => Object.entries(measures).find(([name]) => name === measure)?.[1] ?? measure;

const states: QuestionnaireMessages["states"] = {
  answered: "已回答",
  unanswered: "未回答",
  "not-applicable": "不适用",
  "dont-know": "不知道",
  refused: "不愿回答",
};

export const zh: QuestionnaireMessages = {
  formProblems,
  measures,
  states,
  issues: {
    "form-wrong": (d) => formProblems[d.problem](d.about),
    "text-missing": (d) => `缺少${named(d.languages)}文字。请补上。`,
    "code-twice": (d) => `代码“${d.code}”已被使用（不区分大小写）。请换一个。`,
    "item-twice": (d) => `这一题的答案会写入“${d.item}”，而另一题已经占用这个名称。请改其中一题的代码。`,
    "code-reserved": (d) => `代码“${d.code}”另有用途。请换一个。`,
    "no-question": () => "还没有可以回答的题目。请至少加一题。",
    "page-empty": () => "这一页没有题目。请加一题，或删除这一页。",
    "items-too-many": (d) => `共有 ${d.items} 项回答，最多 ${d.limit} 项。请删减题目或矩阵的行。`,
    "rows-too-few": (d) => `矩阵至少要有 ${d.least} 行。`,
    "options-too-few": (d) => `至少要有 ${d.least} 个选项。`,
    "bounds-crossed": (d) => `最小值 ${d.least} 不小于最大值 ${d.most}，请改其中一个。`,
    "day-not-in-calendar": (d) => `日历中没有 ${d.day} 这一天，请另选一天。`,
    "days-crossed": (d) => `最早日期 ${d.earliest} 晚于最晚日期 ${d.latest}，请改其中一个。`,
    "limits-crossed": (d) => `至少要选 ${d.least} 项，但最多只能选 ${d.most} 项，无法作答。请调整。`,
    "scale-unknown": (d) => `使用了不存在的量表“${d.scale}”。请另选一个，或添加这个量表。`,
    "scale-range": (d) => `量表从 ${d.minimum} 到 ${d.maximum}，最大值必须大于最小值。`,
    "scale-label-outside": (d) => `给“${d.value}”写了文字，但它不在量表范围内。请删除。`,
    "scale-ends-unlabelled": () => "量表的两端要有文字，受访者才知道哪一端好。请补上。",
    "scale-mark-missing": (d) => `按分值表换算，但 ${d.value} 没有分值。请补上。`,
    "scale-mark-outside": (d) => `给“${d.value}”定了分值，但它不在量表范围内。请删除。`,
    "scale-marks-disordered": () => "较好的回答分值反而较低。请核对分值，或核对哪一端为好。",
    "condition-item-unknown": (d) => `显示条件引用了“${d.item}”，问卷中没有这一项。请改选一题。`,
    "condition-looks-ahead": (d) => `显示条件引用了“${d.item}”，但那时它还没有回答。只能引用前面的题目。`,
    "condition-option-unknown": (d) => `显示条件引用了“${d.item}”的选项“${d.option}”，但没有这个选项。`,
    "condition-kind-wrong": (d) =>
      `“${d.item}”的回答不能这样比较：评分题用取值范围，选择题用选项，填空题只看是否回答。`,
    "condition-empty-range": (d) => `“${d.item}”没有任何取值落在这个范围内，条件永远不成立。请调整范围。`,
    "condition-state-not-offered": (d) =>
      `“${d.item}”没有提供“${states[d.state]}”，条件永远不成立。请提供该选项，或修改条件。`,
    "condition-too-deep": (d) => `显示条件嵌套超过 ${d.limit} 层。请简化。`,
    "jump-page-unknown": (d) => `要跳到的页面“${d.page}”不存在，请选择一页。`,
    "jump-looks-back": (d) => `跳转不能回到前面的页面“${d.page}”，请选择后面的页面或结束。`,
    "ending-unknown": (d) => `结束页“${d.ending}”不存在，请选择一个。`,
    "ending-unreachable": (d) => `结束页“${d.ending}”谁也看不到：请给它设条件，或在跳转中指定它。`,
    "indicator-leaf-or-branch": (d) => `指标“${d.code}”要么对应一题，要么有下级指标，二者取一。`,
    "indicator-item-unknown": (d) => `引用了“${d.item}”，问卷中没有这一项。请改选一题。`,
    "indicator-item-not-rated": (d) => `“${d.item}”不是评分题，不能计算得分。请改选评分题。`,
    "indicator-item-twice": (d) => `“${d.item}”已用于另一个指标，同一回答只能计算一次。`,
    "weights-need-importance": (d) => `按客户评定的重要性赋权，但指标“${d.code}”没有对应的重要性题目。`,
    "weights-need-overall": () => "这种赋权方法由总体满意度推算，但没有指定总体满意度题目。请指定，或改用其他方法。",
    "weights-sum-zero": () => "指标的权重之和为 0。请至少给一项赋权。",
    "importance-scales-differ": (d) => `重要性题目“${d.first}”和“${d.other}”的量表不同，均值不能比较。请统一量表。`,
    "measure-item-unknown": (d) => `${measureNamed(d.measure)}引用了“${d.item}”，问卷中没有这一项。请改选一题。`,
    "measure-item-wrong": (d) =>
      d.measure === "nps"
        ? `“${d.item}”不是 0–10 的推荐题，算不出净推荐值（NPS）。请改选推荐题。`
        : `${measureNamed(d.measure)}需要评分题，“${d.item}”不是。请改选一题。`,
    "group-item-unknown": (d) => `分组引用了“${d.item}”，问卷中没有这一项。请改选一题。`,
    "group-item-not-choice": (d) => `“${d.item}”不是选择题，不能用来分组。请改选选择题。`,
    "group-item-twice": (d) => `“${d.item}”在分组中出现了两次。请删除一个。`,
    "nothing-scored": () => "没有指定任何指标或总体满意度、NPS 等题目，结果中不会有得分。请指定。",
    "item-changed": (d) =>
      `第 ${d.version} 版已用“${d.item}”问过不同的内容（题型、量表或选项的含义变了），两种回答会混在一起。请换一个代码，或恢复原来的设置。`,
    "takes-long": (d) => `预计要答 ${d.minutes} 分钟，中途放弃的人会明显增多。请删减题目。`,
  },
  place: {
    whole: "问卷",
    title: "标题",
    languages: "语言",
    welcome: { whole: "开头", organisation: "开头的组织名称", purpose: "开头的调查目的", privacy: "开头的隐私说明" },
    thanks: { whole: "结束语", title: "结束语的标题", text: "结束语的正文" },
    scoring: "计分设置",
    scale: (name) => `量表「${name}」`,
    page: (number) => `第 ${number} 页`,
    question: (code) => `「${code}」`,
    row: (number) => `第 ${number} 行`,
    option: (number) => `第 ${number} 个选项`,
    indicator: (code) => `指标「${code}」`,
    jump: (number) => `第 ${number} 个跳转`,
    ending: (code) => `结束页「${code}」`,
    parts: {
      title: "标题",
      text: "文字",
      label: "文字",
      shortName: "简称",
      help: "说明",
      code: "代码",
      requiredIf: "必答条件",
      when: "条件",
      unit: "单位",
      minimum: "最小值",
      maximum: "最大值",
      earliest: "最早日期",
      latest: "最晚日期",
      showIf: "显示条件",
      low: "最低分的文字",
      high: "最高分的文字",
      other: "“其他”选项",
      labelOf: (value) => `“${value}”的文字`,
    },
    joined: ([first = "", ...rest]) =>
      rest.reduce((place, part) => place + (part.startsWith("「") ? part : `的${part}`), first),
    before: (place, sentence) => `${place}：${sentence}`,
  },
};
