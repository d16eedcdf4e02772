/** From whatever was thrown to the problem it is for the caller. What is not recognised is a bug and stays unexpected. */
import { type ProblemCode, type ProblemDetails, ProblemError } from "@manyi/contract/problem/problem";
import { isDatabaseFull, isDatabaseGone } from "../database/database-gone.ts";
import { hasCode } from "../failure/system-error.ts";
import { FileStoreUnreachableError, FileTooLargeError, StorageFullError } from "../files/file-errors.ts";
import { stoodInTheWay } from "./transaction.ts";
import { problemOfValidation } from "./validation.ts";

export interface Refusal<Code extends ProblemCode = ProblemCode> {
  readonly code: Code;
  readonly details: ProblemDetails[Code];
}

const RETRY_AFTER_SECONDS = 5;
/** SQLSTATE of text that got past `plain-text.ts`: invalid bytes, characters without a place in the encoding. */
const UNKEEPABLE_TEXT = ["22021", "22P05"];

/** @param bodyLimit largest body of the route that failed
 *  @returns null for a bug */
export function problemOf(error: unknown, bodyLimit: number = LARGEST_BODY_BYTES): Refusal | null {
  if (error instanceof ProblemError) return error;
  return (
    ofDatabase(error) ??
    ofFiles(error) ??
    problemOfValidation(error) ??
    (error instanceof Error ? ofFastify(error, bodyLimit) : null)
  );
}

function ofDatabase(error: unknown): Refusal | null {
  if (isDatabaseGone(error)) return refusal("database-away", { retryAfterSeconds: RETRY_AFTER_SECONDS });
  if (isDatabaseFull(error)) return refusal("storage-full", {});
  if (stoodInTheWay(error)) return refusal("changed-meanwhile", {});
  if (hasCode(error, ...UNKEEPABLE_TEXT)) return refusal("request-malformed", { reason: "character" });
  return null;
}

function ofFiles(error: unknown): Refusal | null {
  if (error instanceof FileTooLargeError) return refusal("request-too-large", { limitBytes: error.largestBytes });
  if (error instanceof StorageFullError || hasCode(error, "ENOSPC", "EDQUOT")) return refusal("storage-full", {});
  if (error instanceof FileStoreUnreachableError) {
    return refusal("files-away", { retryAfterSeconds: RETRY_AFTER_SECONDS });
  }
  return null;
}

/** Faults fastify and its multipart reader find before a handler is asked. */
function ofFastify(error: Error, limitBytes: number): Refusal | null {
  const code = "code" in error ? String(error.code) : "";
  if (code === "FST_ERR_CTP_BODY_TOO_LARGE") return refusal("request-too-large", { limitBytes });
  if (code === "FST_ERR_CTP_INVALID_MEDIA_TYPE" || code === "FST_INVALID_MULTIPART_CONTENT_TYPE") {
    const expected = code === "FST_INVALID_MULTIPART_CONTENT_TYPE" ? "multipart/form-data" : "application/json";
    return refusal("media-type-refused", { expected });
  }
  if (code === "FST_ERR_BAD_URL") return refusal("request-malformed", { reason: "address" });
  const status = "statusCode" in error ? Number(error.statusCode) : 500;
  return status >= 400 && status < 500 ? refusal("request-malformed", { reason: "upload" }) : null;
}

export const LARGEST_BODY_BYTES = 1_048_576;

function refusal<Code extends ProblemCode>(code: Code, details: ProblemDetails[Code]): Refusal<Code> {
  return { code, details };
}
