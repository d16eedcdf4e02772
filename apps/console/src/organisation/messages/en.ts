import type { OrganisationMessages } from "./zh.ts";

export const en: OrganisationMessages = {
  title: "Organisation",
  nameZh: "Name in Chinese",
  nameEn: "Name in English",
  timeZone: "Time zone",
  timeZoneHint: "Dates and times on the screen and filters by day are in this zone.",
  save: "Save",
  saved: "Saved",
};
