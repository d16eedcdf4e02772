/**
 * What a log line may say besides its event: known names, each of a known kind. Whatever has no name here is not written. A
 * new fact is one line in this list, and a thought about whether a person could stand in it.
 */
export const factKinds = {
  // Requests
  requestId: "id",
  method: "code",
  /** The pattern of the route, `/api/programmes/:id`: never what was asked for. */
  route: "route",
  status: "number",
  problem: "code",
  retryAfterSeconds: "number",
  // Whose, on what: ids only
  organisationId: "id",
  programmeId: "id",
  waveId: "id",
  importId: "id",
  mailId: "id",
  jobId: "id",
  workerId: "id",
  userId: "id",
  keyId: "id",
  unitId: "id",
  objectId: "id",
  objectKind: "code",
  // Work
  job: "code",
  jobs: "codes",
  role: "code",
  template: "code",
  action: "code",
  kind: "code",
  part: "code",
  state: "code",
  outcome: "code",
  reason: "code",
  attempt: "number",
  attempts: "number",
  mostAttempts: "number",
  command: "code",
  smtpStatus: "number",
  statusClass: "code",
  signal: "code",
  exitCode: "number",
  // Quantities
  durationMs: "number",
  delayMs: "number",
  bytes: "number",
  rows: "number",
  count: "number",
  limit: "number",
  pid: "number",
  // The machine's own
  version: "code",
  nodeVersion: "code",
  database: "own",
  migration: "own",
  origin: "own",
  host: "own",
  port: "number",
  folder: "own",
  fileKey: "key",
  area: "code",
  /** A sentence of the program itself, or of a library it runs; masked. */
  note: "text",
  error: "error",
} as const satisfies Readonly<Record<string, FactKind>>;

type FactKind = "id" | "code" | "codes" | "route" | "key" | "own" | "number" | "text" | "error";

interface FactValues {
  id: string | null;
  code: string | null;
  codes: readonly string[];
  route: string;
  key: string;
  /** From the configuration or the program, never from a request. */
  own: string;
  number: number | null;
  text: string;
  /** Whatever was caught. */
  error: unknown;
}

export type FactName = keyof typeof factKinds;

export type Facts = { readonly [Name in FactName]?: FactValues[(typeof factKinds)[Name]] };
