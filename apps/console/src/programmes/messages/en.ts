import type { ProgrammesMessages } from "./zh.ts";

export const en: ProgrammesMessages = {
  title: "Programmes",
  archivedTitle: "Archived programmes",
  importStudy: "Import a survey",
  newProgramme: "New programme",
  newFirst: "Create your first programme",
  importFirst: "Import your first survey",
  showArchived: "Show archived programmes",
  backToList: "Back to the current programmes",
  noneArchived: "No programme is archived. Archiving only puts one away; its data stays.",
  emptyTitle: "Begin with a programme",
  emptyHow: "A programme is a satisfaction survey that goes on, wave after wave.",
  firstSteps: [
    "Choose the template closest to your business",
    "Put it into your own words and publish it",
    "Send link or QR code to your customers; results follow the answers",
  ],
  emptyImport:
    "Upload the answers as a CSV or XLSX file and say what each column is: satisfaction, its reasons and what to improve first follow at once.",
  emptyAsk: "Your unit has no programme yet. Results appear here once an administrator has imported a survey.",
  noWaves: "no answers yet",
  waves: (waves: number, names: string) => (waves === 1 ? names : `${waves} waves (${names})`),
  importedOn: (day: string) => `imported on ${day}`,
  noHeadline: "no results yet",
  writing: "questionnaire being written",
  collecting: "collecting",
};
