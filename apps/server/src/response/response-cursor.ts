import { ProblemError } from "@manyi/contract/problem/problem";
import type { ResponseCursor } from "./queries.ts";

const form = /^(\d{1,12}(?:\.\d{1,6})?)_(\d{1,10})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Where the next page begins. */
export function writeCursor(last: {
  readonly sortAt: string;
  readonly line: number | null;
  readonly id: string;
}): string {
  return Buffer.from(`${last.sortAt}_${last.line ?? 0}_${last.id}`).toString("base64url");
}

/** @throws ProblemError request-invalid for anything that this server has not written */
export function readCursor(cursor: string): ResponseCursor {
  const [, receivedAt, line, id] = form.exec(Buffer.from(cursor, "base64url").toString("latin1")) ?? [];
  if (receivedAt === undefined || line === undefined || id === undefined || Number(line) > 2_147_483_647) {
    throw new ProblemError("request-invalid", { faults: [{ at: "query.cursor", problem: "form" }] });
  }
  return { receivedAt, line: Number(line), id };
}
