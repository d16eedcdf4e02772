import type { ReportMessages } from "./zh.ts";

export const en: ReportMessages = {
  wave: "Wave",
  allWaves: "All waves",
  emptyTitle: "There is nothing to report yet",
  empty: "Once answers have come the report is made by itself and can be downloaded here.",
  failed: (problem) => `The results could not be computed: ${problem}`,
  basis: (respondents, at) => `The report rests on ${respondents} valid responses, computed at ${at}.`,
  readHere: "Read it here",
  pdf: "PDF report",
  pdfWhat: "The whole report to print and to send on.",
  pdfIn: { zh: "PDF in Chinese", en: "PDF in English" },
  page: "Web page",
  pageWhat: "One file to keep, readable without a network.",
  pageIn: { zh: "Page in Chinese", en: "Page in English" },
  numbers: "All numbers",
  numbersWhat: "Every number with its n, interval and method, for other programs.",
  saveNumbers: "Save results.json",
};
