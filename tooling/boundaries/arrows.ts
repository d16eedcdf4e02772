/**
 * Who may import whom. docs/ARCHITECTURE.md explains the arrows; this list decides. An import that follows no arrow fails
 * the tests, whether it is static, dynamic or of a type only.
 */

export interface Arrows {
  /** Workspaces whose values and types may be imported. */
  readonly to: readonly string[];
  /** Workspaces of which only types may be imported. */
  readonly typesOf?: readonly string[];
}

const everyPackage = [
  "packages/statistics",
  "packages/questionnaire",
  "packages/study",
  "packages/dataset",
  "packages/analysis",
  "packages/charts",
  "packages/reports",
];

/** Nobody imports an app, and nobody but a test or a `build.ts` imports `tooling`. */
export const arrows: Readonly<Record<string, Arrows>> = {
  "packages/statistics": { to: [] },
  "packages/questionnaire": { to: [] },
  "packages/study": { to: ["packages/questionnaire"] },
  "packages/dataset": { to: ["packages/study"] },
  "packages/analysis": { to: ["packages/statistics", "packages/dataset", "packages/study"] },
  "packages/charts": { to: [], typesOf: ["packages/analysis"] },
  "packages/reports": { to: ["packages/analysis", "packages/charts"] },
  "packages/respondent": { to: ["packages/questionnaire"] },
  "packages/contract": { to: [], typesOf: ["packages/questionnaire"] },
  "apps/cli": { to: everyPackage },
  "apps/server": { to: [...everyPackage, "packages/contract", "packages/respondent"] },
  "apps/console": {
    to: ["packages/contract", "packages/charts", "packages/questionnaire"],
    typesOf: ["packages/reports", "packages/analysis", "packages/respondent"],
  },
  bench: { to: [...everyPackage, "tooling"] },
  tooling: { to: [] },
};

/** What the programs that build pages may import besides: they share how that is done. */
export const arrowsOfBuilds: readonly string[] = ["tooling"];

/** What any test may import besides: the browser that screens are tested in. */
export const arrowsOfTests: readonly string[] = ["tooling"];
