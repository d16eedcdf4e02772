import { reservedCells, stateCells } from "../definition/answer-state.ts";
import type { Condition, ItemState } from "../definition/condition.ts";
import type { Cells } from "../item/cells.ts";

/** Whether a condition is fulfilled by what was answered so far.
 *  @param cells of everything that stands before; hidden items hold `NS`, skipped ones nothing */
export function holds(condition: Condition, cells: Cells): boolean {
  if ("all" in condition) return condition.all.every((part) => holds(part, cells));
  if ("any" in condition) return condition.any.some((part) => holds(part, cells));
  if ("not" in condition) return !holds(condition.not, cells);
  const cell = Object.hasOwn(cells, condition.item) ? cells[condition.item] : undefined;
  if ("is" in condition) return isState(cell, condition.is);
  if (cell === undefined || reservedCells.has(cell)) return false;
  if ("oneOf" in condition) return condition.oneOf.includes(cell);
  const rating = Number(cell);
  return rating >= (condition.from ?? Number.NEGATIVE_INFINITY) && rating <= (condition.to ?? Number.POSITIVE_INFINITY);
}

function isState(cell: string | undefined, state: ItemState): boolean {
  const answered = cell !== undefined && !reservedCells.has(cell);
  if (state === "answered") return answered;
  return state === "unanswered" ? !answered : cell === stateCells[state];
}
