/** What a back-up leaves out, each with its reason. Everything else in the schema is kept, also tables made tomorrow. */
export const leftOutTables: Readonly<Record<string, string>> = {
  schema_migration: "the restore makes it by migrating",
  auth_session: "a restored system must not know sessions that may have been ended since",
  auth_verification: "short-lived tokens",
  password_link: "short-lived links, which may have been used since",
  sign_in_failure: "counts of the last hours",
  used_code: "codes of the last minute",
  mail_message: "a restored system must not send old mails again",
  derived_file: "computed again when asked for",
};

/** Columns that mean nothing elsewhere: the number of a transaction belongs to its cluster. Their default sets new ones. */
export const leftOutColumns: ReadonlySet<string> = new Set(["response_event.commit_xid"]);

/** Areas of the file store that are kept; others can be computed again. */
export const keptAreas: readonly string[] = ["imports"];
