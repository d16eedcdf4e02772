/**
 * Trends and control charts. On a survey the keys of `values` name what is asked (`jonckheere_sat10_by_wave`), the calls name the
 * constants of the charts; in a textbook file the counts stand under `nonconforming`, and `NAME_xmr` asks for a CSV of that name.
 */
import type { Family } from "../../family.ts";
import { isTree } from "../../reference-value.ts";
import { surveyTrends } from "./survey-trends.ts";
import { textbookCharts } from "./textbook-charts.ts";

export const trend: Family = {
  compute: (file) => {
    const isTextbook = Object.entries(file.values).some(
      ([key, value]) => key.endsWith("_xmr") || (isTree(value) && "nonconforming" in value),
    );
    return isTextbook ? textbookCharts(file) : surveyTrends(file);
  },
};
