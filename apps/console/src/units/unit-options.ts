import type { Unit } from "@manyi/contract/organisation/organisation";
import type { Language } from "../language/current-language.ts";
import { textIn } from "../language/local-text.ts";

export interface PlacedUnit {
  readonly unit: Unit;
  /** 0 for those at the top of what one may see. */
  readonly depth: number;
}

/** The tree as rows, children under their parents. A unit whose parent one may not see stands at the top. */
export function placedUnits(units: readonly Unit[]): readonly PlacedUnit[] {
  const known = new Set(units.map(({ id }) => id));
  const childrenOf = Map.groupBy(units, ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null));
  const below = (parent: string | null, depth: number): readonly PlacedUnit[] =>
    (childrenOf.get(parent) ?? []).flatMap((unit) => [{ unit, depth }, ...below(unit.id, depth + 1)]);
  return below(null, 0);
}

/** The tree for a list to choose from. */
export function unitOptions(
  units: readonly Unit[],
  language: Language,
): readonly { readonly value: string; readonly text: string }[] {
  return placedUnits(units).map(({ unit, depth }) => ({
    value: unit.id,
    text: `${"　".repeat(depth)}${textIn(unit.name, language)}`,
  }));
}

/** The unit itself and everything below it: where it can be moved to is none of these. */
export function unitWithDescendants(units: readonly Unit[], unitId: string): ReadonlySet<string> {
  const inside = new Set([unitId]);
  for (const { unit } of placedUnits(units))
    if (unit.parentId !== null && inside.has(unit.parentId)) inside.add(unit.id);
  return inside;
}
