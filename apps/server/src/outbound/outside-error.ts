/** Why an address that a user gave could not be fetched. Who calls makes a problem of it. */
export type OutsideReason =
  /** No address, or not of http or https. */
  | "not-http"
  | "with-credentials"
  | "port-refused"
  /** It leads into the own network. */
  | "not-public"
  | "not-found-by-name"
  | "too-many-redirects"
  | "unreachable"
  | "timed-out"
  | "refused-by-server"
  | "compressed";

export class OutsideError extends Error {
  readonly reason: OutsideReason;

  constructor(reason: OutsideReason, options?: ErrorOptions) {
    super(reason, options);
    this.name = "OutsideError";
    this.reason = reason;
  }
}
