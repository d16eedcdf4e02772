/**
 * Keys: `area/yyyy/mm/uuid`, made here and nowhere else. No name that a person gave is ever part of one, and a key that does
 * not have exactly this form is refused before it comes near a path or an address.
 */
import { randomUUID } from "node:crypto";

const AREA = /^[a-z][a-z0-9-]{0,39}$/;
const KEY = /^[a-z][a-z0-9-]{0,39}\/\d{4}\/(?:0[1-9]|1[0-2])\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @throws RangeError if the area is no plain lower-case word */
export function newFileKey(area: string, now: Date): string {
  const [year = "", month = ""] = now.toISOString().split("-");
  return `${checkedArea(area)}/${year}/${month}/${randomUUID()}`;
}

/** @throws RangeError */
export function checkedArea(area: string): string {
  if (!AREA.test(area)) throw new RangeError("not an area of the file store");
  return area;
}

export function isFileKey(text: string): boolean {
  return KEY.test(text);
}

/** @throws RangeError: keys come from rows that the server wrote, so anything else is a bug or an attack */
export function checkedFileKey(key: string): string {
  if (!isFileKey(key)) throw new RangeError("not a key of the file store");
  return key;
}
