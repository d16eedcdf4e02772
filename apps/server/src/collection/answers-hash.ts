import { hash } from "node:crypto";
import type { Cells } from "@manyi/questionnaire/item/cells";

/** Names what somebody answered, and in which wave: the same answers sent again under the same id are the same response. When and how
 *  they were sent is not in it.
 *  @returns SHA-256 */
export function answersHash(waveId: string, cells: Cells): Buffer {
  const parts = [waveId];
  for (const name of Object.keys(cells).sort()) parts.push(name, cells[name] ?? "");
  return hash("sha256", JSON.stringify(parts), "buffer");
}
