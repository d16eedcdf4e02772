import type { AnalysisPart } from "../../results/analyses.ts";
import { chartPart } from "../result/outcomes.ts";
import type { FittedModel } from "./fitted-model.ts";
import { isClear } from "./is-clear.ts";
import { pathWords as words } from "./words.ts";

export function pathsChart({ asked, fit, found }: FittedModel): AnalysisPart {
  const size = fit.model.constructs.length;
  const placeOf = (name: string) => fit.model.constructs.findIndex((construct) => construct.name === name);
  const paths = fit.model.paths.map(({ from, to }) => ({
    from,
    to,
    value: fit.paths.values[placeOf(from) * size + placeOf(to)],
    isClear: isClear(found({ kind: "path", from, to })),
  }));
  const clear = paths.filter((path) => path.isClear === true).length;
  return chartPart({
    kind: "paths",
    title: words.chart(clear, paths.length),
    constructs: fit.model.constructs.map(({ name }, j) => ({
      code: name,
      label: asked.nameOf(name),
      rSquared: fit.rSquared[j],
      index: found({ kind: "index", construct: name })?.value ?? null,
    })),
    paths,
  });
}
