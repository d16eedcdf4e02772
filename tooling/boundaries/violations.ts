import type { ICruiseResult } from "dependency-cruiser";
import type { Workspace } from "../repository/workspaces.ts";
import { arrows } from "./arrows.ts";

/** Everything the import graph shows that the rules forbid, one readable line each. */
export function violationsIn(graph: ICruiseResult, workspaces: readonly Workspace[]): string[] {
  return [...brokenRules(graph), ...unlistedWorkspaces(workspaces), ...improperSpecifiers(graph, workspaces)];
}

/** How many import cycles the graph holds. */
export function countCycles(graph: ICruiseResult): number {
  return graph.summary.violations.filter(({ rule }) => rule.name === "no-cycle").length;
}

function brokenRules(graph: ICruiseResult): string[] {
  return graph.summary.violations.map(({ rule, from, to, cycle }) => {
    const path = cycle === undefined ? to : cycle.map(({ name }) => name).join(" → ");
    return `${rule.name}: ${from} → ${path}`;
  });
}

function unlistedWorkspaces(workspaces: readonly Workspace[]): string[] {
  return workspaces
    .filter(({ folder, codeFiles }) => codeFiles.length > 0 && arrows[folder] === undefined)
    .map(({ folder }) => `no-arrows: ${folder} is not in tooling/boundaries/arrows.ts`);
}

/** From workspace to workspace one imports by package name, and only what package.json declares. */
function improperSpecifiers(graph: ICruiseResult, workspaces: readonly Workspace[]): string[] {
  const ownerOf = (file: string) => workspaces.find(({ folder }) => file.startsWith(`${folder}/`));
  const found: string[] = [];
  for (const { source, dependencies } of graph.modules) {
    const from = ownerOf(source);
    if (from === undefined) continue;
    for (const { module: specifier, resolved } of dependencies) {
      const target = ownerOf(resolved) ?? workspaces.find(({ name }) => specifier.startsWith(`${name}/`));
      if (target === undefined || target === from) continue;
      if (!specifier.startsWith(`${target.name}/`)) found.push(`by-name: ${source} → ${specifier}`);
      else if (!from.declared.has(target.name)) found.push(`undeclared: ${source} → ${specifier}`);
    }
  }
  return found;
}
