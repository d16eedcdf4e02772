/** The tables as the migrations make them, for queries. A test compares this file with the database. */
import type { ColumnType, Generated, JSONColumnType } from "kysely";

type Instant = Date;
type DefaultInstant = ColumnType<Date, Date | undefined, Date>;
/** Written as JSON text, read as a value. */
type Json<Value> = ColumnType<Value, string, string>;
type JsonOrNull<Value> = ColumnType<Value | null, string | null, string | null>;

export interface LocalText {
  readonly zh?: string;
  readonly en?: string;
}

export interface Tables extends SignInTables, OrganisationTables, ProgrammeTables, CollectionTables {}

/** Made by migration 0001. The auth_ tables are written by better-auth only. */
export interface SignInTables {
  auth_user: {
    id: string;
    name: string;
    email: string;
    emailVerified: boolean;
    image: string | null;
    twoFactorEnabled: boolean | null;
    createdAt: Instant;
    updatedAt: Instant;
  };
  auth_session: {
    id: string;
    userId: string;
    token: string;
    expiresAt: Instant;
    createdAt: Instant;
    updatedAt: Instant;
    ipAddress: string | null;
    userAgent: string | null;
  };
  auth_account: {
    id: string;
    accountId: string;
    providerId: string;
    userId: string;
    accessToken: string | null;
    refreshToken: string | null;
    idToken: string | null;
    accessTokenExpiresAt: Instant | null;
    refreshTokenExpiresAt: Instant | null;
    scope: string | null;
    password: string | null;
    createdAt: Instant;
    updatedAt: Instant;
  };
  auth_verification: {
    id: string;
    identifier: string;
    value: string;
    expiresAt: Instant;
    createdAt: Instant;
    updatedAt: Instant;
  };
  auth_two_factor: {
    id: string;
    userId: string;
    secret: string;
    backupCodes: string;
    verified: boolean | null;
    failedVerificationCount: number | null;
    lockedUntil: Instant | null;
  };
  password_link: {
    token_hash: Buffer;
    user_id: string;
    purpose: "reset" | "invitation";
    created_at: Instant;
    expires_at: Instant;
  };
  sign_in_failure: { subject: Buffer; failures: number; last_at: Instant; held_until: Instant };
  used_code: { user_id: string; code_hash: Buffer; used_at: Instant };
}

export interface OrganisationTables {
  organisation: { id: Generated<string>; name: Json<LocalText>; time_zone: string; created_at: DefaultInstant };
  unit: {
    id: Generated<string>;
    organisation_id: string;
    parent_id: string | null;
    kind: string;
    name: Json<LocalText>;
    code: string | null;
    path: string[];
    created_at: DefaultInstant;
  };
  staff: {
    user_id: string;
    organisation_id: string;
    state: "invited" | "active" | "disabled";
    language: "zh" | "en";
    created_at: DefaultInstant;
  };
  membership: {
    id: Generated<string>;
    organisation_id: string;
    user_id: string;
    unit_id: string;
    role: string;
    created_at: DefaultInstant;
  };
  api_key: {
    id: Generated<string>;
    organisation_id: string;
    unit_id: string;
    name: string;
    prefix: string;
    secret_hash: Buffer;
    permissions: string[];
    created_by: string;
    created_at: DefaultInstant;
    last_used_at: Instant | null;
    expires_at: Instant | null;
    revoked_at: Instant | null;
  };
  audit_entry: {
    id: Generated<number>;
    organisation_id: string | null;
    at: Instant;
    actor_kind: "staff" | "key" | "system";
    actor_id: string | null;
    action: string;
    object_kind: string | null;
    object_id: string | null;
    unit_id: string | null;
    outcome: "done" | "refused";
    request_id: string | null;
    details: Json<Readonly<Record<string, unknown>>>;
  };
  mail_message: {
    id: Generated<string>;
    organisation_id: string | null;
    template: string;
    language: "zh" | "en";
    recipient: string | null;
    details: JsonOrNull<Readonly<Record<string, string>>>;
    state: Generated<"waiting" | "sending" | "sent" | "unknown" | "failed">;
    attempts: Generated<number>;
    created_at: Instant;
    settled_at: Instant | null;
  };
}

export interface ProgrammeTables {
  programme: {
    id: Generated<string>;
    organisation_id: string;
    unit_id: string;
    name: Json<LocalText>;
    version: Generated<number>;
    headline: JsonOrNull<Readonly<Record<string, unknown>>>;
    created_at: Instant;
    created_by: string | null;
    archived_at: Instant | null;
  };
  definition: {
    id: Generated<string>;
    organisation_id: string;
    programme_id: string;
    hash: string;
    study: string;
    header: string[];
    created_at: Instant;
  };
  wave: {
    id: Generated<string>;
    organisation_id: string;
    programme_id: string;
    code: string;
    name: Json<LocalText>;
    position: number;
    state: "planned" | "open" | "closing" | "closed";
    created_at: Instant;
    version_id: string | null;
    definition_id: string | null;
    opened_at: Instant | null;
    closed_at: Instant | null;
    grace_until: Instant | null;
  };
  wave_tally: {
    organisation_id: string;
    wave_id: string;
    lane: number;
    responses: number;
    last_received_at: Instant;
  };
  /** A view: the tallies of a wave added up. Waves without responses are not in it. */
  wave_count: { wave_id: string; responses: number; last_received_at: Date };
  study_import: {
    id: Generated<string>;
    organisation_id: string;
    unit_id: string;
    programme_id: string | null;
    definition_id: string | null;
    created_by: string | null;
    created_at: Instant;
    state: "mapping" | "ready" | "faulty" | "queued" | "running" | "done" | "failed";
    files: JSONColumnType<{ name: string; key: string; bytes: number; sha256: string }[], string, string>;
    findings: Json<Readonly<Record<string, unknown>>>;
    mapping: JsonOrNull<Readonly<Record<string, unknown>>>;
    request: JsonOrNull<Readonly<Record<string, unknown>>>;
    progress: JsonOrNull<{ done: number; total: number }>;
    outcome: JsonOrNull<Readonly<Record<string, unknown>>>;
    settled_at: Instant | null;
  };
  response: {
    id: string;
    organisation_id: string;
    programme_id: string;
    wave_id: string;
    definition_id: string;
    import_id: string | null;
    line: number | null;
    answers: Json<Readonly<Record<string, string>>>;
    state: Generated<"valid" | "excluded">;
    reason: string | null;
    received_at: Instant;
    version_id: string | null;
    link_id: string | null;
    content_hash: Buffer | null;
    late: Generated<boolean>;
    claim: JsonOrNull<{ readonly startedAt: string; readonly finishedAt: string }>;
  };
  response_event: {
    id: Generated<number>;
    commit_xid: Generated<string>;
    at: Instant;
    organisation_id: string;
    programme_id: string;
    response_id: string;
    kind: "submitted" | "excluded" | "restored" | "erased";
    actor_kind: "staff" | "key" | "system" | "respondent";
    actor_id: string | null;
    reason: string | null;
  };
  derived_file: {
    id: Generated<string>;
    organisation_id: string;
    programme_id: string;
    wave_id: string | null;
    kind: "results" | "document" | "page" | "pdf";
    language: Generated<string>;
    weight: Generated<string>;
    revision: string;
    definition_id: string;
    product_version: string;
    state: "ready" | "failed";
    problem: string | null;
    key: string | null;
    bytes: number | null;
    facts: Json<Readonly<Record<string, unknown>>>;
    computed_at: Instant;
  };
}

export interface CollectionTables {
  questionnaire: {
    programme_id: string;
    organisation_id: string;
    draft: JSONColumnType<object, string, string>;
    hash: string;
    revision: Generated<number>;
    changed_at: Instant;
    changed_by: string | null;
  };
  questionnaire_version: {
    id: Generated<string>;
    organisation_id: string;
    programme_id: string;
    number: number;
    hash: string;
    content: JSONColumnType<object, string, string>;
    published_at: Instant;
    published_by: string | null;
  };
  wave_version: { organisation_id: string; wave_id: string; version_id: string; asked_from: Instant };
  collection_link: {
    id: Generated<string>;
    organisation_id: string;
    programme_id: string;
    wave_id: string;
    kind: "anonymous";
    token: string;
    created_at: Instant;
    created_by: string | null;
    withdrawn_at: Instant | null;
  };
  partial_response: {
    id: string;
    organisation_id: string;
    programme_id: string;
    wave_id: string;
    link_id: string;
    version_id: string;
    sequence: number;
    answers: Json<Readonly<Record<string, unknown>>>;
    page: string;
    language: string;
    started_at: Instant;
    saved_at: Instant;
  };
}
