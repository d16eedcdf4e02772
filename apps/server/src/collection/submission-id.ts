/** UUIDv4 in lower case, as the contract says it: it tells no time. */
const SUBMISSION_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export function isSubmissionId(id: unknown): id is string {
  return typeof id === "string" && SUBMISSION_ID.test(id);
}
