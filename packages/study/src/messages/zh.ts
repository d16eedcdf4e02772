import type { IssueDetails } from "../issue/issue.ts";
import type { StudyMessages } from "./texts.ts";

const meant = (nearest: string | null) => (nearest === null ? "" : `是否想写“${nearest}”？`);
const list = (names: readonly string[]) =>
  names.slice(0, 12).join("、") + (names.length > 12 ? `……（共 ${names.length} 个）` : "");
const inRows = (rows: number) => `共 ${rows} 行`;

const parts = (d: IssueDetails["definition-differs"]) =>
  [
    d.missing.length > 0 ? `缺少列 ${list(d.missing)}` : "",
    d.further.length > 0 ? `多出列 ${list(d.further)}` : "",
    d.changed.length > 0 ? `改动了 ${list(d.changed)}` : "",
  ]
    .filter((part) => part !== "")
    .join("；");

const typeWords: Readonly<Record<string, string>> = {
  object: "花括号 { … }，各项写在里面",
  array: "方括号列表 [ … ]",
  string: "引号内的文字",
  number: "数字",
  integer: "整数",
  boolean: " true 或 false",
};

const jsonProblems: StudyMessages["jsonProblems"] = {
  unexpected: "此处有不应出现的内容",
  comma: "此处之前缺少逗号",
  colon: "名称后面缺少冒号",
  value: "此处缺少一个值",
  quote: "有一段文字没有用引号结束",
  bracket: "缺少括号",
  comment: "JSON 不能写注释，请删除",
  character: "文字中有不允许的字符（换行请写 \\n）",
  end: "定义结束之后还有多余的内容",
};

export const zh: StudyMessages = {
  jsonProblems,
  issues: {
    "folder-missing": (d) => `找不到调查文件夹“${d.folder}”。请指定含有 study.json 的文件夹。`,
    "file-missing": (d) => `缺少文件 ${d.file}。请把它放进调查文件夹，或在 study.json 中改正文件名。`,
    "file-outside-folder": (d) => `“${d.file}”在调查文件夹之外。请把数据放在 study.json 旁边，只写文件名。`,
    "file-unreadable": (d) => `无法读取文件 ${d.file}（${d.reason}）。请检查读取权限，并确认没有被其他程序占用。`,
    "file-empty": (d) => `文件 ${d.file} 是空的。第一行应为列名，之后每位受访者一行。`,
    "file-kind-unknown": (d) => `无法读取“${d.file}”这种文件。请把数据另存为 .csv（UTF-8 或 GBK）或 .xlsx。`,
    "file-is-excel": (d) => `${d.file} 的内容是 Excel 工作簿。请改名为 .xlsx，或另存为 CSV。`,
    "file-is-old-excel": (d) => `${d.file} 是旧版 Excel 格式。请打开后另存为 .xlsx。`,
    "file-is-binary": (d) => `${d.file} 不是文本文件。请把数据另存为 .csv（UTF-8 或 GBK）或 .xlsx。`,
    "file-too-large": (d) =>
      `${d.file} 解压后有 ${d.megabytes} MB，工作簿最大支持 ${d.limit} MB。请把工作表另存为 .csv，CSV 不限大小。`,
    "encoding-unknown": (d) =>
      `此处的文字不是有效的 ${d.encoding} 编码。请把文件另存为 UTF-8，或在 study.json 的 data.encoding 中写明编码。`,
    "sheet-missing": (d) => `工作簿中没有工作表“${d.sheet}”。现有：${list(d.sheets)}。`,
    "workbook-broken": (d) => `无法打开工作簿 ${d.file}（${d.reason}）。请用 Excel 或 WPS 打开后重新保存。`,
    "json-syntax": (d) => `JSON 格式有误：${jsonProblems[d.problem]}。`,
    "json-property-twice": (d) => `“${d.property}”在此处写了两次，只有一个会生效。请删除其中一个。`,
    "property-missing": (d) => `${d.at} 缺少“${d.property}”。`,
    "property-unknown": (d) => `${d.at} 没有“${d.property}”这一项。${meant(d.nearest)}`,
    "type-wrong": (d) => `${d.at} 应写成${typeWords[d.expected] ?? d.expected}。`,
    "value-not-listed": (d) => `${d.at} 只能是：${list(d.allowed)}。${meant(d.nearest)}`,
    "value-too-small": (d) => `${d.at} 不能小于 ${d.limit}。`,
    "value-too-large": (d) => `${d.at} 不能大于 ${d.limit}。`,
    "text-too-long": (d) => `${d.at} 超过 ${d.limit} 个字符，请缩短。`,
    "text-empty": (d) => `${d.at} 是空的。请写上文字，或删去这一项。`,
    "too-few-entries": (d) => `${d.at} 至少要有 ${d.limit} 项。`,
    "too-many-entries": (d) => `${d.at} 最多 ${d.limit} 项。`,
    "entry-twice": (d) => `${d.at} 中有一项写了两次，请删除一个。`,
    "form-wrong": (d) => `${d.at} 应写成 ${d.form} 的样子。`,
    "nested-too-deep": (d) => `文件嵌套超过 ${d.limit} 层，请简化。`,
    "column-twice": (d) => `列“${d.column}”声明了两次，请删除一个。`,
    "column-not-declared": (d) => `${d.at} 引用了列“${d.column}”，但 columns 中没有声明它。${meant(d.nearest)}`,
    "column-kind-wrong": (d) => `${d.at} 需要 ${d.expected} 类型的列，而“${d.column}”是 ${d.found} 类型。`,
    "scale-missing": (d) => `列“${d.column}”是评分题，需要指定量表（scale）。`,
    "scale-not-declared": (d) => `列“${d.column}”使用了量表“${d.scale}”，但 scales 中没有声明它。${meant(d.nearest)}`,
    "scale-kind-wrong": (d) => `列“${d.column}”需要 ${d.expected} 类型的量表，“${d.scale}”不是这种类型。`,
    "scale-empty-range": (d) => `量表“${d.scale}”从 ${d.minimum} 到 ${d.maximum}，最大值必须大于最小值。`,
    "scale-label-outside": (d) => `量表“${d.scale}”给“${d.code}”写了标签，但它不是该量表的答案。`,
    "scale-answer-twice": (d) => `量表“${d.scale}”中答案“${d.code}”出现了两次。`,
    "scale-value-twice": (d) => `量表“${d.scale}”有两个答案的取值都是 ${d.value}，请让每个答案取值不同。`,
    "scale-special-is-answer": (d) => `量表“${d.scale}”中“${d.code}”既是答案又是特殊代码，请只保留一种。`,
    "scale-boxes-overlap": (d) =>
      `量表“${d.scale}”只有 ${d.answers} 个答案，最好和最差的档位重叠了。请减小 top 或 bottom。`,
    "scale-mark-missing": (d) => `量表“${d.scale}”按分值表换算，但“${d.code}”没有分值。`,
    "scale-maximum-not-positive": (d) => `量表“${d.scale}”不能按最大值换算：所有取值须不小于 0，最大值须大于 0。`,
    "scale-nps-range": (d) => `推荐意愿题“${d.column}”必须使用 0–10 的量表，其他量表得到的不是 NPS。`,
    "indicator-twice": (d) => `有两个指标的代码都是“${d.code}”。`,
    "indicator-leaf-or-branch": (d) =>
      `指标“${d.code}”要么对应一个题目（question，即提问的列），要么有下级指标（children），二者取一。`,
    "indicator-question-twice": (d) => `“${d.column}”已是指标“${d.first}”的题目，同一答案只能计算一次。`,
    "weights-sum-zero": (d) => `${d.at} 的权重之和为 0，请至少给一项赋权。`,
    "weights-need-importance": (d) => `index.weights 为“stated”，但指标“${d.code}”没有重要性题目（importance）。`,
    "weights-need-overall": (d) =>
      `index.weights 为“${d.weights}”，需要 measures.overall（总体满意度），权重由它推算。`,
    "importance-scales-differ": (d) =>
      `重要性题目“${d.first}”和“${d.other}”的量表不同。按客户评定的重要性赋权要比较均值，请统一量表。`,
    "duplicates-need-key": () => `cases.duplicates 按编号查重，但 cases.key 没有指定编号列。`,
    "waves-order-unknown": (d) =>
      `无法判断“${d.column}”各期的先后（${d.waves}）。请给该列一个 nominal 量表，按时间顺序列出答案。`,
    "target-twice": (d) => `“${d.measure}”设了两个目标，请保留一个。`,
    "analysis-twice": (d) => `有两项分析的 id 都是“${d.id}”，请改掉一个。`,
    "analysis-code-unknown": (d) => `${d.at}：列“${d.column}”没有答案“${d.code}”。${meant(d.nearest)}`,
    "analysis-part-missing": (d) => `${d.at} 还需要写 ${d.needs}。`,
    "analysis-column-repeated": (d) => `列“${d.column}”既写在 ${d.at}，又写在 ${d.other}，请只保留一处。`,
    "analysis-parts-exclusive": (d) => `${d.at} 不能与 ${d.other} 同时使用，请去掉一项。`,
    "analysis-answers-differ": (d) =>
      `${d.at}：列“${d.column}”的答案与“${d.other}”不同，两者无法逐项对照。请使用同一量表。`,
    "analysis-scales-differ": (d) => `${d.at}：“${d.first}”与“${d.other}”的量表不同，不能相减。两题请用同一量表。`,
    "analysis-path-cycle": (d) => `${d.at} 的路径绕成了圈：${d.constructs.join(" → ")}。请去掉其中一条。`,
    "analysis-construct-alone": (d) =>
      `${d.at}：没有路径通向或来自“${d.construct}”。请为它写一条路径，或删去这个变量。`,
    "target-out-of-range": (d) => `“${d.measure}”的目标 ${d.value} 超出范围 ${d.lowest} 至 ${d.highest}。`,
    "date-not-in-calendar": (d) => `${d.at}：日历中没有 ${d.date} 这一天。`,
    "grades-order": (d) => `等级“${d.name}”应从最好到最差依次降低，最后一档从 0 开始。`,
    "grades-conversion-differs": (d) =>
      `等级“${d.name}”对应换算方式“${d.conversion}”，而量表“${d.scale}”用的是“${d.used}”。同样的答案换算后数值不同，请统一换算方式。`,
    "share-out-of-range": (d) => `${d.at} 是比例，应在 0 与 1 之间，例如 85% 写作 0.85。`,
    "period-backwards": (d) => `调查时间的结束日期（${d.to}）早于开始日期（${d.from}）。`,
    "header-missing": (d) => `${d.file} 的第一行没有列名。`,
    "header-twice": (d) => `列名“${d.name}”在表头出现了两次（第 ${d.first} 列和第 ${d.second} 列），请改名。`,
    "data-column-missing": (d) =>
      `数据中没有列“${d.column}”。${meant(d.nearest)}请改正列名，或从 study.json 中删除该列。`,
    "data-column-undeclared": (d) => `study.json 没有声明以下列，不参与分析：${list(d.columns)}。`,
    "row-length": (d) =>
      `这一行有 ${d.found} 个单元格，表头有 ${d.expected} 个${d.rows > 1 ? `（另有 ${d.rows - 1} 行也是如此）` : ""}。请检查分隔符是否缺少或多余，含分隔符的文字要加引号。`,
    "quote-open": (d) => `${d.file} 的这一行有一个引号没有闭合。请补上引号；若引号属于文字本身，请写两个。`,
    "quote-misplaced": (d) =>
      `${d.file} 的这一行有引号出现在单元格中间。请把整个单元格放进引号，里面的引号写两个，例如 "朝""北""的一侧"。`,
    "no-rows": (d) => `${d.file} 只有表头，没有答案。`,
    "answer-unknown": (d) =>
      `“${d.answer}”不是“${d.column}”的答案（${d.answers}），${inRows(d.rows)}。请改正数据，或在量表中声明（作为答案或特殊代码）。`,
    "answer-unknown-more": (d) => `列“${d.column}”还有 ${d.kinds} 种类似的单元格。请确认列、类型和量表是否对应。`,
    "number-unreadable": (d) => `“${d.column}”中的“${d.text}”不是数字，${inRows(d.rows)}。数字请写作 1234.5。`,
    "number-out-of-limits": (d) => `“${d.column}”中的“${d.text}”超出 ${d.limits}，${inRows(d.rows)}。`,
    "date-unreadable": (d) => `“${d.column}”中的“${d.text}”不是日期，${inRows(d.rows)}。日期请写作 2026-11-22。`,
    "frequency-wrong": (d) => `频数列“${d.column}”中的“${d.text}”不是人数（应为不小于 0 的整数）。`,
    "frequency-too-large": (d) => `频数合计 ${d.total} 位受访者，最多支持 ${d.limit} 位。`,
    "weight-wrong": (d) => `权重列“${d.column}”中的“${d.text}”不是有效权重，权重应为不小于 0 的数字。`,
    "weights-all-zero": (d) => `“${d.column}”的权重全部为 0，没有人会被计入。`,
    "key-twice": (d) =>
      `“${d.column}”中的编号在前面的行里已经出现过（共 ${d.rows} 行如此）。每位受访者应有唯一编号，请改正；有 study.json 时也可以在其中说明保留哪一行。`,
    "too-many-answers": (d) => `列“${d.column}”的不同答案超过 ${d.limit} 种。自由文字的列请用 text 类型。`,
    "archive-broken": (d) => `无法解开压缩包 ${d.file}（${d.reason}）。请重新压缩为 .zip 后上传。`,
    "archive-too-many-files": (d) => `压缩包 ${d.file} 里的文件超过 ${d.limit} 个。请只压缩 study.json 和数据文件。`,
    "archive-too-large": (d) => `压缩包 ${d.file} 解开后超过 ${d.limit} MB，或压缩比异常。请直接上传数据文件。`,
    "archive-encrypted": (d) => `压缩包 ${d.file} 有密码。请上传不加密的压缩包。`,
    "studies-several": (d) => `有几个 study.json：${list(d.files)}。请一次上传一项调查。`,
    "data-files-several": (d) =>
      `没有 study.json，却有几个数据文件：${list(d.files)}。请只上传一个，或附上 study.json。`,
    "text-not-kept": (d) =>
      `“${d.column}”中有无法保存的字符（空字符或残缺的文字），${inRows(d.rows)}。请删除这些字符。`,
    "definition-differs": (d) =>
      `与这个项目已有的调查不一致：${parts(d)}。后续数据须与已有的列和 study.json 完全相同；不同的调查请导入为新项目。`,
    "key-known-already": (d) => `“${d.column}”中的编号在这个项目里已经有了，${inRows(d.rows)}，这些行没有导入。`,
  },
  commandLineIssues: {
    "key-twice": (d) =>
      `“${d.column}”中的编号在前面的行里已经出现过（共 ${d.rows} 行如此）。每位受访者应有唯一编号，或用 cases.duplicates 说明保留哪一行。`,
    "answer-unknown": (d) =>
      `“${d.answer}”不是“${d.column}”的答案（${d.answers}），${inRows(d.rows)}。请改正数据，或在量表中声明（作为答案或特殊代码），或用 --set-aside 将此类答案搁置。`,
  },
  place: {
    line: (file, line) => `${file} 第 ${line} 行`,
    lineAndColumn: (file, line, column) => `${file} 第 ${line} 行第 ${column} 列`,
  },
  severity: { error: "错误", warning: "提示" },
};
