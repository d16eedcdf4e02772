import type { ProgrammesMessages } from "./zh.ts";

export const en: ProgrammesMessages = {
  title: "Programmes",
  archivedTitle: "Archived programmes",
  importStudy: "Import a survey",
  importFirst: "Import your first survey",
  showArchived: "Show archived programmes",
  backToList: "Back to the current programmes",
  noneArchived: "No programme is archived. Archiving only puts one away; its data stays.",
  emptyTitle: "Begin with data you have",
  emptyHow:
    "Upload the answers as a CSV or XLSX file and say what each column is: satisfaction, its reasons and what to improve first follow at once.",
  emptyAsk: "Your unit has no programme yet. Results appear here once an administrator has imported a survey.",
  noWaves: "no answers yet",
  waves: (waves: number, names: string) => (waves === 1 ? names : `${waves} waves (${names})`),
  importedOn: (day: string) => `imported on ${day}`,
  noHeadline: "no results yet",
};
