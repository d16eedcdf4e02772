import type { NewProgrammeMessages } from "./zh.ts";

export const en: NewProgrammeMessages = {
  title: "New programme",
  intro: "Begin with the questionnaire closest to your business. Indicators, questions and words can all be changed.",
  choose: "Begin with a template",
  listed: ", ",
  indicators: (count) => (count === 1 ? "1 indicator" : `${count} indicators`),
  questions: (count) => (count === 1 ? "1 question" : `${count} questions`),
  duration: (seconds) =>
    seconds < 90
      ? `about ${Math.max(10, Math.round(seconds / 10) * 10)} seconds`
      : `about ${Math.round(seconds / 60)} minutes`,
  start: "Create the programme",
  name: "Name of the programme",
  unit: "Unit",
  unitHint: "Members of this unit and those above it see the programme.",
  organisation: "Who asks, as respondents see it",
  organisationHint: "Stands on the first screen; use the name your customers know.",
  create: "Create and edit the questionnaire",
  ownTitle: "You have answers already",
  ownWhat:
    "Upload them as CSV or XLSX and say what each column is: scores, reasons and what to improve first follow at once.",
  ownData: "Import data you have",
};
