import type { CliMessages } from "./messages.ts";

export const zh: CliMessages = {
  help: `满意：把一份答卷数据变成满意度报告。

  npm run -s manyi -- 命令 调查文件夹 [选项]

命令
  analyse 调查文件夹 --out 文件夹   计算全部指标，写出 results.json、report.html 和 report.pdf
  check 调查文件夹                  检查定义和数据是否有误，不作任何改动

一项调查就是一个文件夹，内有两个文件：
  study.json    问了什么：列、量表、指标体系、权重、期次、分组
  data.csv      答卷，每位受访者一行（也可用 data.xlsx）；自动识别 UTF-8 与 GBK

从这里开始
  1. 复制 examples/bookkeeping，换上自己的 data.csv。
  2. 修改 study.json，直到 check 不再报错。支持 JSON Schema 的编辑器会边写边提示。
  3. 运行 analyse，打开 report.html。

每个命令都有说明：npm run -s manyi -- analyse --help`,
  analyseHelp: `计算一项调查的全部指标并写出报告。

  npm run -s manyi -- analyse 调查文件夹 --out 文件夹 [选项]

选项
  --out 文件夹     results.json、report.html、report.pdf 的存放位置，没有则新建
  --lang zh|en     报告语言（默认随系统）
  --json           把 results.json 打印到标准输出；不写 --out 则不写文件
  --weight 列名    报告采用的权重列，代替调查自己的设定；none 表示不加权
  --set-aside      遇到编码表以外的答案时搁置并计数，不参与任何计算，而不是停止

示例
  npm run -s manyi -- analyse examples/bookkeeping --out out/bookkeeping --lang zh`,
  checkHelp: `检查一项调查的定义和数据是否有误，不写任何文件。

  npm run -s manyi -- check 调查文件夹 [选项]

选项
  --lang zh|en     提示语言（默认随系统）
  --set-aside      允许编码表以外的答案

示例
  npm run -s manyi -- check examples/bookkeeping`,
  unknownCommand: (command) => `没有“${command}”这个命令。可用命令：analyse、check。详见 npm run -s manyi -- --help`,
  studyNotNamed: (command) => `请写明调查文件夹：npm run -s manyi -- ${command} 调查文件夹`,
  outNotNamed: "请用 --out 指定报告的存放文件夹（或用 --json 只打印结果）。",
  languageUnknown: (language) => `报告语言只能是 zh 或 en，不支持“${language}”。`,
  weightUnknown: (weight, known) => `这项调查没有权重“${weight}”。可选：${known}。`,
  reading: (folder) => `正在读取 ${folder} ……`,
  read: (respondents, rows, seconds) => `${rows} 行数据，${respondents} 份有效问卷（${seconds} 秒）`,
  excludedDuplicates: (rows) => `重复而未计入：${rows} 行`,
  excludedTests: (rows) => `测试数据未计入：${rows} 行`,
  computing: "正在计算……",
  writing: "正在生成报告……",
  written: (file) => `  ${file}`,
  finished: (seconds) => `完成，用时 ${seconds} 秒。`,
  faulty: (errors, study) => `${study} 有 ${errors} 处错误，未作计算。`,
  furtherIssues: (count) => `……另有 ${count} 处，改正以上问题后再显示。`,
  sound: (title, respondents, questions) => `“${title}”没有问题：${respondents} 份有效问卷，${questions} 列。`,
  pdfUnavailable: "本机无法生成 PDF，因此没有 report.pdf；report.html 是同一份报告，可直接打印。",
  optionUnknown: (option) => `没有 ${option} 这个选项。详见 npm run -s manyi -- --help`,
  optionNeedsValue: (option) => `选项 ${option} 后面要写一个值。详见 npm run -s manyi -- --help`,
  optionNotFor: (option, command) => `选项 ${option} 不能用于“${command}”。详见 npm run -s manyi -- ${command} --help`,
  tooManyFolders: (more) => `一次只能处理一项调查，“${more}”是多余的。文件夹名含空格时请加引号。`,
  outNotWritable: (folder, reason) => `无法写入 ${folder}（${reason}）。请用 --out 换一个文件夹。`,
  unexpected: (message) => `发生意外错误：${message}。这是程序的缺陷，请连同以下内容一并反馈。`,
};
