/**
 * What can go wrong while the server is set up, started, backed up or restored, and that whoever runs it can remedy: told in
 * one sentence (what, where, what to do), exit code 1, no stack. Everything else stays a plain error: a bug. Texts: `messages/`.
 */
export interface FailureDetails {
  // Configuration and command line
  "settings-wrong": { mistakes: readonly SettingMistake[] };
  "command-unknown": { command: string };
  "option-unknown": { option: string };
  "option-needs-value": { option: string };
  "role-unknown": { role: string };
  "role-needs-database-url": { role: string };
  "account-not-named": Record<never, never>;
  "account-unknown": { readonly email: string };
  "file-not-named": { command: string };
  "too-many-arguments": { argument: string };
  // Data folder
  "data-folder-is-file": { folder: string };
  "data-folder-not-writable": { folder: string; reason: string };
  "disk-full": { folder: string };
  "data-folder-in-use": { folder: string; pid: number };
  "data-folder-of-another": { folder: string; other: string };
  // Database
  "embedded-not-available": { platform: string };
  "database-user-not-made": { reason: string };
  "database-not-started": { log: string; lastLine: string };
  "database-of-another-version": { folder: string; found: string; needed: string };
  "database-password-lost": { file: string };
  "database-unreachable": { address: string; reason: string };
  "database-password-wrong": { address: string; user: string };
  "database-missing": { address: string; database: string };
  "database-url-wrong": { reason: string };
  "postgresql-too-old": { found: string; needed: number };
  "database-not-utf8": { database: string; encoding: string };
  "database-newer": { database: number; program: number };
  "migration-changed": { file: string };
  "migration-out-of-order": { file: string; applied: number };
  "migration-failed": { file: string; reason: string };
  // Listening
  "port-taken": { host: string; port: number };
  "port-forbidden": { port: number };
  "host-unknown": { host: string };
  // Back-up and restore
  "backup-exists": { file: string };
  "backup-not-written": { file: string; reason: string };
  "backup-file-gone": { file: string };
  "backup-missing": { file: string };
  "backup-not-a-backup": { file: string };
  "backup-broken": { file: string; part: string };
  "backup-format-unknown": { file: string; format: number; known: number };
  "backup-newer": { file: string; backup: number; program: number };
  "restore-not-empty": { table: string };
  "restore-files-exist": { folder: string };
}

/** One setting with a value that cannot be used; all wrong ones are told at once. */
export interface SettingMistake {
  readonly name: string;
  /** Null where it is missing, or where it may hold a password that must not be shown. */
  readonly value: string | null;
  readonly expected: ExpectedValue;
}

export type ExpectedValue =
  | { readonly kind: "database-url" }
  | { readonly kind: "smtp-url" }
  | { readonly kind: "web-address" }
  | { readonly kind: "origin" }
  | { readonly kind: "origin-when-public"; readonly host: string }
  | { readonly kind: "networks" }
  | { readonly kind: "one-of"; readonly values: readonly string[] }
  | { readonly kind: "time-zone" }
  | { readonly kind: "whole-number"; readonly from: number; readonly to: number }
  | { readonly kind: "mail-address" }
  | { readonly kind: "account-address" }
  | { readonly kind: "long-secret"; readonly characters: number }
  /** Needed because another of its group is given. */
  | { readonly kind: "together-with"; readonly given: string };

export type FailureCode = keyof FailureDetails;

export class OperatorFailure<C extends FailureCode = FailureCode> extends Error {
  readonly code: C;
  readonly details: FailureDetails[C];

  constructor(code: C, details: FailureDetails[C], options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(details)}`, options);
    this.name = "OperatorFailure";
    this.code = code;
    this.details = details;
  }
}
