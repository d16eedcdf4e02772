import type { IFlattenedRuleSet } from "dependency-cruiser";
import { testFilePattern } from "../repository/test-file.ts";
import type { Arrows } from "./arrows.ts";
import { arrows, arrowsOfBuilds, arrowsOfTests } from "./arrows.ts";
import { composers, serverArrows, serverSource } from "./server-arrows.ts";

type Rule = NonNullable<IFlattenedRuleSet["forbidden"]>[number];

/** The arrows, as rules of dependency-cruiser: what they do not allow is forbidden. */
export function rulesFromArrows(): IFlattenedRuleSet {
  return {
    forbidden: [
      noCycle,
      noUnknownTarget,
      nothingOutside,
      runsInBrowsers,
      ...Object.entries(arrows).flatMap(rulesOfWorkspace),
      ...Object.entries(serverArrows).map(ruleOfNoun),
      nounWithoutArrows,
    ],
  };
}

const noCycle: Rule = { name: "no-cycle", severity: "error", from: {}, to: { circular: true } };

const noUnknownTarget: Rule = {
  name: "no-unknown-target",
  severity: "error",
  from: {},
  to: { couldNotResolve: true },
};

const nothingOutside: Rule = {
  name: "nothing-outside-the-repository",
  severity: "error",
  from: {},
  to: { path: "^(\\.\\./|/|[A-Za-z]:)", pathNot: "(^|/)node_modules/" },
};

/** Statistics are computed in Node, in worker threads and in the browser. */
const runsInBrowsers: Rule = {
  name: "runs-in-browsers",
  severity: "error",
  from: { path: "^packages/statistics/src/", pathNot: testFilePattern },
  to: { dependencyTypes: ["core"] },
};

const buildProgram = "/build\\.ts$";

function rulesOfWorkspace([folder, { to, typesOf = [] }]: [string, Arrows]): Rule[] {
  const reachable = [folder, ...to, ...typesOf];
  return [
    forbid(folder, { pathNot: `${testFilePattern}|${buildProgram}` }, reachable),
    forbid(folder, { path: buildProgram }, [...reachable, ...arrowsOfBuilds]),
    forbid(folder, { path: testFilePattern }, [...reachable, ...arrowsOfTests]),
    ...typesOf.map((target) => onlyTypes(folder, target)),
  ];
}

function forbid(folder: string, files: { path?: string; pathNot?: string }, reachable: readonly string[]): Rule {
  return {
    name: `arrows-of-${folder}`,
    severity: "error",
    from: {
      path: files.path === undefined ? `^${folder}/` : `^${folder}/.*${files.path}`,
      ...(files.pathNot === undefined ? {} : { pathNot: files.pathNot }),
    },
    to: { path: "^(packages|apps|tooling|bench)/", pathNot: `^(${reachable.join("|")})/` },
  };
}

function onlyTypes(folder: string, target: string): Rule {
  return {
    name: `only-types-from-${folder}-to-${target}`,
    severity: "error",
    from: { path: `^${folder}/`, pathNot: testFilePattern },
    to: { path: `^${target}/`, dependencyTypesNot: ["type-only"] },
  };
}

/** Inside the server: from a noun only to itself, to what all stand on, and along its own arrows. Tests may look anywhere. */
function ruleOfNoun([noun, to]: [string, readonly string[]]): Rule {
  return {
    name: `arrows-of-noun-${noun}`,
    severity: "error",
    from: { path: `^${serverSource}/${noun}/`, pathNot: testFilePattern },
    to: { path: `^${serverSource}/[^/]+/`, pathNot: `^${serverSource}/(${[noun, ...to].join("|")})/` },
  };
}

const nounWithoutArrows: Rule = {
  name: "noun-without-arrows",
  severity: "error",
  from: {
    path: `^${serverSource}/[^/]+/`,
    pathNot: `^${serverSource}/(${[...Object.keys(serverArrows), ...composers].join("|")})/|${testFilePattern}`,
  },
  to: { path: `^${serverSource}/[^/]+/` },
};
