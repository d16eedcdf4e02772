import type { CliMessages } from "./messages.ts";

export const en: CliMessages = {
  help: `Manyi measures customer satisfaction: a file of answers becomes a satisfaction report.

  npm run -s manyi -- COMMAND STUDY [options]

Commands
  analyse STUDY --out FOLDER   compute every figure and write results.json, report.html and report.pdf
  check STUDY                  say whether the study and its data are sound; change nothing

A study is a folder with two files:
  study.json    what was asked: columns, scales, indicators, weights, waves, groups
  data.csv      the answers, one respondent a row (or data.xlsx); UTF-8 or GBK is detected

First steps
  1. Copy examples/bookkeeping and put your own data.csv into it.
  2. Change study.json until “check” finds nothing. An editor that knows JSON Schema completes as you type.
  3. Run “analyse” and open report.html.

Every command explains itself:  npm run -s manyi -- analyse --help`,
  analyseHelp: `Compute every figure of a study and write the report.

  npm run -s manyi -- analyse STUDY --out FOLDER [options]

Options
  --out FOLDER     where results.json, report.html and report.pdf go; made if it is not there
  --lang zh|en     language of the report (otherwise that of your system)
  --json           print results.json on standard output; without --out nothing is written
  --weight COLUMN  weight of the report instead of the study's choice; "none" for unweighted
  --set-aside      leave answers that the code book does not know out of every figure, and count them,
                   instead of stopping

Example
  npm run -s manyi -- analyse examples/bookkeeping --out out/bookkeeping --lang en`,
  checkHelp: `Say whether a study and its data are sound. Nothing is written.

  npm run -s manyi -- check STUDY [options]

Options
  --lang zh|en     language of the messages (otherwise that of your system)
  --set-aside      accept answers that the code book does not know

Example
  npm run -s manyi -- check examples/bookkeeping`,
  unknownCommand: (command) =>
    `There is no command “${command}”. Commands: analyse, check. More: npm run -s manyi -- --help`,
  studyNotNamed: (command) => `Name the study's folder: npm run -s manyi -- ${command} STUDY`,
  outNotNamed: "Say where the report goes: --out FOLDER (or --json to print the results only).",
  languageUnknown: (language) => `The report is written in zh or en; “${language}” is not known.`,
  weightUnknown: (weight, known) => `The study has no weight “${weight}”. Known: ${known}.`,
  reading: (folder) => `Reading ${folder} …`,
  read: (respondents, rows, seconds) => `${respondents} respondents from ${rows} rows (${seconds} s)`,
  excludedDuplicates: (rows) => `left out as duplicates: ${rows}`,
  excludedTests: (rows) => `left out as test entries: ${rows}`,
  computing: "Computing …",
  writing: "Writing the report …",
  written: (file) => `  ${file}`,
  finished: (seconds) => `Done in ${seconds} s.`,
  faulty: (errors, study) =>
    `${errors === 1 ? "One thing is" : `${errors} things are`} wrong in ${study}; nothing was computed.`,
  furtherIssues: (count) => `… and ${count} more; they are shown when these are mended.`,
  sound: (title, respondents, questions) => `“${title}” is sound: ${respondents} respondents, ${questions} columns.`,
  pdfUnavailable:
    "This machine cannot make PDFs, so report.pdf is missing; report.html holds the same report and prints well.",
  optionUnknown: (option) => `There is no option ${option}. More: npm run -s manyi -- --help`,
  optionNeedsValue: (option) => `The option ${option} needs a value after it. More: npm run -s manyi -- --help`,
  optionNotFor: (option, command) =>
    `The option ${option} does not belong to “${command}”. More: npm run -s manyi -- ${command} --help`,
  tooManyFolders: (more) =>
    `One study at a time: “${more}” is too many. Write a folder with blanks in its name in quotation marks.`,
  outNotWritable: (folder, reason) => `Cannot write into ${folder} (${reason}). Choose another folder with --out.`,
  unexpected: (message) =>
    `Something unexpected happened: ${message}. This is a fault of the program; please report it with the lines below.`,
};
