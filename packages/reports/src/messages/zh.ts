import { analyses } from "./zh/analyses.ts";
import { appendix } from "./zh/appendix.ts";
import { common } from "./zh/common.ts";
import { dimensions } from "./zh/dimensions.ts";
import { drivers } from "./zh/drivers.ts";
import { groups } from "./zh/groups.ts";
import { items } from "./zh/items.ts";
import { keyFigures } from "./zh/key-figures.ts";
import { matrix } from "./zh/matrix.ts";
import { method } from "./zh/method.ts";
import { page } from "./zh/page.ts";
import { summary } from "./zh/summary.ts";
import { waves } from "./zh/waves.ts";
import { weightings } from "./zh/weightings.ts";

export const zh = {
  analyses,
  appendix,
  common,
  dimensions,
  drivers,
  groups,
  items,
  keyFigures,
  matrix,
  method,
  page,
  summary,
  waves,
  weightings,
};

/** All words of the report itself. The Chinese catalogue gives the shape; the English one is checked against it. */
export type Messages = typeof zh;
