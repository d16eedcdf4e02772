import { methodsVersion } from "@manyi/analysis/version";
import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";
import { productVersion } from "../product/product-version.ts";
import { hasUnseenEvents } from "../response/queries.ts";
import type { DerivedRow } from "./queries.ts";

/** What computes the numbers and writes the reports. */
export const computedBy = `${productVersion} ${methodsVersion}`;

/** Whether results would be the same if they were computed again. */
export async function isCurrent(
  db: Kysely<Tables>,
  programmeId: string,
  newestDefinitionId: string,
  results: DerivedRow,
): Promise<boolean> {
  const { productVersion: version, definitionId, facts } = results;
  if (version !== computedBy || definitionId !== newestDefinitionId || facts.snapshot === undefined) return false;
  return !(await hasUnseenEvents(db, programmeId, facts.snapshot));
}
