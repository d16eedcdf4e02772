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
  "packages/study",
  "packages/dataset",
  "packages/analysis",
  "packages/charts",
  "packages/reports",
];

/** Nobody imports an app, and nobody but a test imports `tooling`. */
export const arrows: Readonly<Record<string, Arrows>> = {
  "packages/statistics": { to: [] },
  "packages/study": { to: [] },
  "packages/dataset": { to: ["packages/study"] },
  "packages/analysis": { to: ["packages/statistics", "packages/dataset", "packages/study"] },
  "packages/charts": { to: [], typesOf: ["packages/analysis"] },
  "packages/reports": { to: ["packages/analysis", "packages/charts"] },
  "packages/contract": { to: [] },
  "apps/cli": { to: everyPackage },
  "apps/server": { to: [...everyPackage, "packages/contract"] },
  "apps/console": {
    to: ["packages/contract", "packages/charts"],
    typesOf: ["packages/reports", "packages/analysis"],
  },
  bench: { to: everyPackage },
  tooling: { to: [] },
};

/** What any test may import besides: the browser that screens are tested in. */
export const arrowsOfTests: readonly string[] = ["tooling"];
