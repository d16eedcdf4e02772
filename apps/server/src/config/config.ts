/** What the server is told by its environment, parsed once. Every setting with its name and default: `settings.ts`. */

/** `all` is every role in one process with the embedded or a given database. */
export type Role = "all" | "web" | "worker" | "analysis";

export interface Config {
  readonly role: Role;
  /** Everything that must outlive the process and is not in the database lies here: the embedded database's files, the
   *  local file store, generated secrets. Absolute. */
  readonly dataFolder: string;
  /** Null: the embedded database inside the data folder. */
  readonly databaseUrl: string | null;
  readonly host: string;
  readonly port: number;
  /** Under which address people reach the server, without a path: `https://survey.example.cn`. Links in mails and checks
   *  of where a request came from use this and never a request's Host header. */
  readonly origin: string;
  /** Addresses or ranges of proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  readonly language: "zh" | "en";
  /** Account that the first start makes. */
  readonly administratorEmail: string;
  /** IANA name; programmes may differ. */
  readonly timeZone: string;
  /** Null: no mail goes out, and the console says so. */
  readonly smtp: SmtpConfig | null;
  readonly files: FilesConfig;
  readonly logLevel: "debug" | "info" | "warn" | "error";
  /** Bearer token of `/metrics`; null: only from the machine itself. */
  readonly metricsToken: string | null;
  /** Largest file that may be imported. */
  readonly largestImportBytes: number;
  /** Requests a minute that respondents behind one address may send. */
  readonly collectionRequests: number;
  /** Shared by processes on several machines; absent: generated and kept in the data folder. */
  readonly secret?: string;
}

export interface SmtpConfig {
  /** `smtp://user:password@host:587` or `smtps://…`. */
  readonly url: string;
  readonly from: string;
}

export type FilesConfig =
  | { readonly kind: "local" }
  | {
      readonly kind: "s3";
      readonly endpoint: string;
      readonly region: string;
      readonly bucket: string;
      readonly accessKeyId: string;
      readonly secretAccessKey: string;
    };
