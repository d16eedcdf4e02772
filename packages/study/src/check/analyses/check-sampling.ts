import type { Issue } from "../../issue/issue.ts";
import type { FamilyCheck } from "./family-check.ts";
import { neededParts } from "./needed-parts.ts";

/** What an allocation goes by has to be known of each stratum. */
export const checkSampling: FamilyCheck<"sampling"> = (_study, { allocation }, placeOf): readonly Issue[] => {
  if (allocation === undefined) return [];
  const { method = "proportional", strata } = allocation;
  return strata.flatMap(({ standardDeviation, cost }, i) =>
    neededParts(placeOf("allocation", "strata", i), {
      standardDeviation: standardDeviation !== undefined || method === "proportional" || method === "equal",
      cost: cost !== undefined || method !== "cost",
    }),
  );
};
