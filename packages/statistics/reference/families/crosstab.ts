import type { Family } from "../family.ts";
import { columnsOfCounts } from "./crosstab-of-counts.ts";
import { crosstabOfSurvey } from "./crosstab-of-survey.ts";
import { crosstabOfTables } from "./crosstab-of-tables.ts";

/** Files on a survey, on a CSV of counts (`Freq`), or on tables that stand in the file. */
export const crosstab: Family = {
  compute: (file) => {
    if (!/\.csv\b/.test(file.dataset)) return crosstabOfTables(file);
    return file.data(file.dataset).names.includes("Freq") ? columnsOfCounts(file) : crosstabOfSurvey(file);
  },
};
