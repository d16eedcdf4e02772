import { agreement } from "./families/agreement.ts";
import { ahp } from "./families/ahp.ts";
import { correlation } from "./families/correlation.ts";
import { crosstab } from "./families/crosstab.ts";
import { designVariance } from "./families/design-variance/design-variance.ts";
import { drivers } from "./families/drivers.ts";
import { effect } from "./families/effect/effect.ts";
import { factors } from "./families/factors/factors.ts";
import { groups } from "./families/groups/groups.ts";
import { kano } from "./families/kano.ts";
import { matrix } from "./families/matrix.ts";
import { missing } from "./families/missing.ts";
import { pathModel } from "./families/path-model/path-model.ts";
import { quality } from "./families/quality.ts";
import { regression } from "./families/regression/regression.ts";
import { reliability } from "./families/reliability.ts";
import { responseRatesFamily } from "./families/response-rates.ts";
import { retention } from "./families/retention/retention.ts";
import { sampling } from "./families/sampling.ts";
import { satisfactionIndex } from "./families/satisfaction-index.ts";
import { scale } from "./families/scale.ts";
import { scores } from "./families/scores.ts";
import { servqual } from "./families/servqual.ts";
import { suppression } from "./families/suppression.ts";
import { trend } from "./families/trend/trend.ts";
import { weights } from "./families/weights.ts";
import type { Family } from "./family.ts";

/** By the name that files give their family. */
export const families: Readonly<Record<string, Family>> = {
  agreement,
  ahp,
  scores,
  drivers,
  effect,
  factors,
  groups,
  kano,
  matrix,
  index: satisfactionIndex,
  scale,
  correlation,
  crosstab,
  missing,
  quality,
  regression,
  reliability,
  "path-model": pathModel,
  "design-variance": designVariance,
  "response-rates": responseRatesFamily,
  retention,
  sampling,
  trend,
  weights,
  servqual,
  suppression,
};
