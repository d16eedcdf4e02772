import { APIError } from "better-auth/api";

/** Whether better-auth refused what was asked (a status of 4xx), not failed at it. */
export function refusedByLibrary(error: unknown): error is APIError {
  return error instanceof APIError && error.statusCode >= 400 && error.statusCode < 500;
}

/** Its own code of the refusal, `INVALID_PASSWORD`. */
export function libraryCode(error: APIError): string {
  return typeof error.body?.code === "string" ? error.body.code : "";
}
