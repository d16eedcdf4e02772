import { checkCodes } from "./check-codes.ts";
import type { FamilyCheck } from "./family-check.ts";

export const checkRetention: FamilyCheck<"retention"> = (study, { event }, placeOf) =>
  checkCodes(study, event.column, event.codes, placeOf("event", "codes"));
