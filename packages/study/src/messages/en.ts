import type { IssueDetails } from "../issue/issue.ts";
import type { StudyMessages } from "./texts.ts";

const meant = (nearest: string | null) => (nearest === null ? "" : ` Did you mean “${nearest}”?`);
const list = (names: readonly string[]) =>
  names.slice(0, 12).join(", ") + (names.length > 12 ? ` … (${names.length} in all)` : "");
const inRows = (rows: number) => (rows === 1 ? "in one row" : `in ${rows} rows`);

const parts = (d: IssueDetails["definition-differs"]) =>
  [
    d.missing.length > 0 ? `it lacks the columns ${list(d.missing)}` : "",
    d.further.length > 0 ? `it has the further columns ${list(d.further)}` : "",
    d.changed.length > 0 ? `it changes ${list(d.changed)}` : "",
  ]
    .filter((part) => part !== "")
    .join("; ");

const typeWords: Readonly<Record<string, string>> = {
  object: "written in braces, { … }, with its properties inside",
  array: "a list in brackets, [ … ]",
  string: "a text in quotation marks",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
};

const jsonProblems: StudyMessages["jsonProblems"] = {
  unexpected: "something stands here that does not belong here",
  comma: "a comma is missing before this",
  colon: "a colon is missing after the name",
  value: "a value is missing here",
  quote: "a text is not closed with a quotation mark",
  bracket: "a bracket is missing",
  comment: "JSON has no comments; remove it",
  character: "a character is not allowed inside a text here (write \\n for a line break)",
  end: "something stands after the end of the study",
};

export const en: StudyMessages = {
  jsonProblems,
  issues: {
    "folder-missing": (d) => `There is no study folder “${d.folder}”. Name a folder that holds study.json.`,
    "file-missing": (d) =>
      `The file ${d.file} is not there. Put it into the study folder, or correct its name in study.json.`,
    "file-outside-folder": (d) =>
      `“${d.file}” lies outside the study folder. Copy the data beside study.json and give its name only.`,
    "file-unreadable": (d) =>
      `The file ${d.file} cannot be read (${d.reason}). Check that you may read it and that no other program holds it.`,
    "file-empty": (d) =>
      `The file ${d.file} is empty. It needs a header row with the column names and a row for each respondent.`,
    "file-kind-unknown": (d) =>
      `“${d.file}” is of a kind that is not read. Save the data as .csv (UTF-8 or GBK) or .xlsx.`,
    "file-is-excel": (d) => `${d.file} is an Excel workbook by its content. Rename it to .xlsx, or save it as CSV.`,
    "file-is-old-excel": (d) => `${d.file} is a workbook in the old Excel format. Open it and save it as .xlsx.`,
    "file-is-binary": (d) => `${d.file} is no text file. Save the data as .csv (UTF-8 or GBK) or .xlsx.`,
    "file-too-large": (d) =>
      `${d.file} unpacks to ${d.megabytes} MB; workbooks are read up to ${d.limit} MB. Save the sheet as .csv: those may be of any size.`,
    "encoding-unknown": (d) =>
      `The text is not valid ${d.encoding} here. Save the file as UTF-8, or name its encoding in study.json under data.encoding.`,
    "sheet-missing": (d) => `The workbook has no sheet “${d.sheet}”. It has: ${list(d.sheets)}.`,
    "workbook-broken": (d) =>
      `The workbook ${d.file} cannot be opened (${d.reason}). Open it in Excel or WPS and save it again.`,
    "json-syntax": (d) => `This is not valid JSON: ${jsonProblems[d.problem]}.`,
    "json-property-twice": (d) =>
      `“${d.property}” stands here a second time; only one of the two would count. Remove one.`,
    "property-missing": (d) => `“${d.property}” is missing in ${d.at}.`,
    "property-unknown": (d) => `${d.at} has no property “${d.property}”.${meant(d.nearest)}`,
    "type-wrong": (d) => `${d.at} must be ${typeWords[d.expected] ?? d.expected}.`,
    "value-not-listed": (d) => `${d.at} must be one of: ${list(d.allowed)}.${meant(d.nearest)}`,
    "value-too-small": (d) => `${d.at} must be at least ${d.limit}.`,
    "value-too-large": (d) => `${d.at} must be at most ${d.limit}.`,
    "text-too-long": (d) => `${d.at} is longer than ${d.limit} characters. Shorten it.`,
    "text-empty": (d) => `${d.at} is empty. Write a text, or leave the property out.`,
    "too-few-entries": (d) => `${d.at} needs at least ${d.limit} ${d.limit === 1 ? "entry" : "entries"}.`,
    "too-many-entries": (d) => `${d.at} takes at most ${d.limit} entries.`,
    "entry-twice": (d) => `${d.at} lists one entry twice. Remove one.`,
    "form-wrong": (d) => `${d.at} must be written like ${d.form}.`,
    "nested-too-deep": (d) => `The file is nested deeper than ${d.limit} levels. A study needs fewer.`,
    "column-twice": (d) => `Column “${d.column}” is declared twice. Remove one.`,
    "column-not-declared": (d) =>
      `${d.at} names the column “${d.column}”, which columns does not declare.${meant(d.nearest)}`,
    "column-kind-wrong": (d) => `${d.at} needs a column of type ${d.expected}; “${d.column}” is of type ${d.found}.`,
    "scale-missing": (d) => `Column “${d.column}” is a rating and needs a scale.`,
    "scale-not-declared": (d) =>
      `Column “${d.column}” uses the scale “${d.scale}”, which scales does not declare.${meant(d.nearest)}`,
    "scale-kind-wrong": (d) =>
      `Column “${d.column}” needs a scale of kind ${d.expected}; “${d.scale}” is another kind.`,
    "scale-empty-range": (d) =>
      `Scale “${d.scale}” runs from ${d.minimum} to ${d.maximum}. The maximum must be greater than the minimum.`,
    "scale-label-outside": (d) => `Scale “${d.scale}” has a label for “${d.code}”, which is no answer of it.`,
    "scale-answer-twice": (d) => `Scale “${d.scale}” has the answer “${d.code}” twice.`,
    "scale-value-twice": (d) =>
      `Two answers of scale “${d.scale}” have the value ${d.value}. Give each answer a value of its own.`,
    "scale-special-is-answer": (d) =>
      `Scale “${d.scale}” has “${d.code}” both as an answer and as a special code. Keep one.`,
    "scale-boxes-overlap": (d) =>
      `The best and the worst boxes of scale “${d.scale}” overlap: it has only ${d.answers} answers. Make top or bottom smaller.`,
    "scale-mark-missing": (d) => `Scale “${d.scale}” converts by marks but has none for “${d.code}”.`,
    "scale-maximum-not-positive": (d) =>
      `Scale “${d.scale}” cannot convert by its maximum: all its values must be 0 or more and the greatest above 0.`,
    "scale-nps-range": (d) =>
      `The recommendation question “${d.column}” must have the scale 0–10; an NPS of another scale is no NPS.`,
    "indicator-twice": (d) => `Two indicators have the code “${d.code}”.`,
    "indicator-leaf-or-branch": (d) =>
      `Indicator “${d.code}” needs either a question (the column that asks it) or children (indicators below it).`,
    "indicator-question-twice": (d) =>
      `“${d.column}” is already the question of indicator “${d.first}”. An answer may count once.`,
    "weights-sum-zero": (d) => `The weights of ${d.at} sum to 0. Give at least one of them a weight.`,
    "weights-need-importance": (d) =>
      `index.weights is “stated”, but indicator “${d.code}” names no importance question.`,
    "weights-need-overall": (d) =>
      `index.weights is “${d.weights}” and needs measures.overall: the answer the weights are derived from.`,
    "importance-scales-differ": (d) =>
      `The importance questions “${d.first}” and “${d.other}” have different scales. Stated weights compare their means: ask all of them on one scale.`,
    "duplicates-need-key": () => `cases.duplicates compares by the key, but cases.key does not name a column.`,
    "waves-order-unknown": (d) =>
      `The order of the waves in “${d.column}” is not known (${d.waves}). Give the column a nominal scale whose answers stand in order of time.`,
    "target-twice": (d) => `“${d.measure}” has two targets. Keep one.`,
    "analysis-twice": (d) => `Two analyses have the id “${d.id}”. Change one.`,
    "analysis-code-unknown": (d) => `${d.at}: column “${d.column}” has no answer “${d.code}”.${meant(d.nearest)}`,
    "analysis-part-missing": (d) => `${d.at} also needs ${d.needs}.`,
    "analysis-column-repeated": (d) =>
      `Column “${d.column}” stands in ${d.at} and in ${d.other} as well. Keep one of them.`,
    "analysis-parts-exclusive": (d) => `${d.at} does not go with ${d.other}. Remove one of them.`,
    "analysis-answers-differ": (d) =>
      `${d.at}: the answers of column “${d.column}” are not those of “${d.other}”. Both need one scale to be compared.`,
    "analysis-scales-differ": (d) =>
      `${d.at}: “${d.first}” and “${d.other}” stand on different scales, so that one cannot be taken from the other. Use one scale.`,
    "analysis-path-cycle": (d) =>
      `The paths of ${d.at} run in a circle: ${d.constructs.join(" → ")}. Leave one of them out.`,
    "analysis-construct-alone": (d) =>
      `${d.at}: no path leads to or from “${d.construct}”. Give it a path, or leave the construct out.`,
    "target-out-of-range": (d) => `The target ${d.value} for “${d.measure}” lies outside ${d.lowest} to ${d.highest}.`,
    "date-not-in-calendar": (d) => `${d.at}: there is no ${d.date} in the calendar.`,
    "grades-order": (d) => `List the bands of “${d.name}” from the best to the worst; the last must start at 0.`,
    "grades-conversion-differs": (d) =>
      `The bands “${d.name}” belong to the conversion “${d.conversion}”, but scale “${d.scale}” converts by “${d.used}”. The same answers have another value there: use one conversion for both.`,
    "share-out-of-range": (d) => `${d.at} is a share and must lie between 0 and 1, e.g. 0.85 for 85 %.`,
    "period-backwards": (d) => `The period ends (${d.to}) before it begins (${d.from}).`,
    "header-missing": (d) => `The first row of ${d.file} holds no column names.`,
    "header-twice": (d) =>
      `The column name “${d.name}” stands twice in the header (columns ${d.first} and ${d.second}). Rename one.`,
    "data-column-missing": (d) =>
      `The data has no column “${d.column}”.${meant(d.nearest)} Correct the name, or remove the column from study.json.`,
    "data-column-undeclared": (d) =>
      `study.json does not declare ${d.columns.length === 1 ? "this column" : "these columns"}, so ${d.columns.length === 1 ? "it is" : "they are"} not analysed: ${list(d.columns)}.`,
    "row-length": (d) =>
      `This row has ${d.found} cells, the header ${d.expected}${d.rows > 1 ? ` (so do ${d.rows - 1} further rows)` : ""}. Look for a missing or superfluous separator, or a text with a separator that is not in quotation marks.`,
    "quote-open": (d) =>
      `A quotation mark opens in this row of ${d.file} and is never closed. Close it, or double it if it belongs to the text.`,
    "quote-misplaced": (d) =>
      `This row of ${d.file} has a quotation mark in the middle of a cell. Write the cell in quotation marks and double those inside: "the ""north"" side".`,
    "no-rows": (d) => `${d.file} has a header but no answers.`,
    "answer-unknown": (d) =>
      `“${d.answer}” is no answer of “${d.column}” (${d.answers}), found ${inRows(d.rows)}. Correct it, or declare it in the scale (as an answer or a special code).`,
    "answer-unknown-more": (d) =>
      `Column “${d.column}” holds ${d.kinds} further kinds of such cells. Is it the right column, declared with the right type and scale?`,
    "number-unreadable": (d) =>
      `“${d.text}” in “${d.column}” is no number, ${inRows(d.rows)}. Write numbers like 1234.5.`,
    "number-out-of-limits": (d) => `“${d.text}” in “${d.column}” lies outside ${d.limits}, ${inRows(d.rows)}.`,
    "date-unreadable": (d) => `“${d.text}” in “${d.column}” is no date, ${inRows(d.rows)}. Write dates as 2026-11-22.`,
    "frequency-wrong": (d) =>
      `“${d.text}” in the frequency column “${d.column}” is no whole number of respondents (0 or more).`,
    "frequency-too-large": (d) => `The frequencies sum to ${d.total} respondents; at most ${d.limit} are taken.`,
    "weight-wrong": (d) =>
      `“${d.text}” in the weight column “${d.column}” is no weight. Weights are numbers of 0 or more.`,
    "weights-all-zero": (d) => `All weights in “${d.column}” are 0: nobody would count.`,
    "key-twice": (d) =>
      `The key in “${d.column}” has already stood in an earlier row (${d.rows} such ${d.rows === 1 ? "row" : "rows"}). Each respondent needs a key of its own: correct it, or say in a study.json which row counts.`,
    "too-many-answers": (d) =>
      `Column “${d.column}” holds more than ${d.limit} different answers. A column of free text is of type text.`,
    "archive-broken": (d) => `${d.file} cannot be unpacked (${d.reason}). Pack the files anew as a .zip.`,
    "archive-too-many-files": (d) =>
      `${d.file} holds more than ${d.limit} files. Pack study.json and its data file only.`,
    "archive-too-large": (d) =>
      `${d.file} unpacks to more than ${d.limit} MB, or to far more than such files do. Upload the data file itself.`,
    "archive-encrypted": (d) => `${d.file} needs a password. Upload an archive without one.`,
    "studies-several": (d) => `There are several study.json: ${list(d.files)}. Upload one study at a time.`,
    "data-files-several": (d) =>
      `There are several data files but no study.json: ${list(d.files)}. Upload one of them, or add the study.json.`,
    "text-not-kept": (d) =>
      `“${d.column}” holds characters that cannot be kept (NUL or half a character), ${inRows(d.rows)}. Remove them.`,
    "definition-differs": (d) =>
      `This is not the study that the programme holds: ${parts(d)}. Further data must have the same columns and the same study.json; import another study as a new programme.`,
    "key-known-already": (d) =>
      `The key in “${d.column}” is in this programme already, ${inRows(d.rows)}; these rows were not imported.`,
  },
  commandLineIssues: {
    "key-twice": (d) =>
      `The key in “${d.column}” has already stood in an earlier row (${d.rows} such ${d.rows === 1 ? "row" : "rows"}). Each respondent needs a key of its own, unless cases.duplicates says which row counts.`,
    "answer-unknown": (d) =>
      `“${d.answer}” is no answer of “${d.column}” (${d.answers}), found ${inRows(d.rows)}. Correct it, declare it in the scale (as an answer or a special code), or set such answers aside with --set-aside.`,
  },
  place: {
    line: (file, line) => `${file}, line ${line}`,
    lineAndColumn: (file, line, column) => `${file}, line ${line}, column ${column}`,
  },
  severity: { error: "Error", warning: "Note" },
};
