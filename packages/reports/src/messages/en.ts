import { analyses } from "./en/analyses.ts";
import { appendix } from "./en/appendix.ts";
import { common } from "./en/common.ts";
import { dimensions } from "./en/dimensions.ts";
import { drivers } from "./en/drivers.ts";
import { groups } from "./en/groups.ts";
import { items } from "./en/items.ts";
import { keyFigures } from "./en/key-figures.ts";
import { matrix } from "./en/matrix.ts";
import { method } from "./en/method.ts";
import { page } from "./en/page.ts";
import { summary } from "./en/summary.ts";
import { waves } from "./en/waves.ts";
import { weightings } from "./en/weightings.ts";
import type { Messages } from "./zh.ts";

export const en: Messages = {
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
