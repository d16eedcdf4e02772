import { resolve } from "node:path";
import { OperatorFailure } from "../failure/operator-failure.ts";
import type { Config, FilesConfig, Role, SmtpConfig } from "./config.ts";
import { systemLanguage } from "./language.ts";
import { type Environment, type SettingReader, settingReader } from "./setting-reader.ts";
import * as value from "./setting-values.ts";
import type { SettingName } from "./settings.ts";

const MEGABYTE = 1_000_000;
const LOG_LEVELS = ["debug", "info", "warn", "error"] as const;
const LANGUAGES = ["zh", "en"] as const;
const SHORTEST_TOKEN = 20;
const SHORTEST_SECRET = 32;

/** What the environment says, complete and checked.
 *  @param baseFolder what a relative data folder is relative to
 *  @throws OperatorFailure that names every wrong setting */
export function readConfig(environment: Environment, role: Role, baseFolder: string): Config {
  const reader = settingReader(environment);
  const host = reader.text("MANYI_HOST") ?? "";
  const port = value.wholeNumber(reader, "MANYI_PORT", 1, 65_535);
  const secret = value.longSecret(reader, "MANYI_SECRET", SHORTEST_SECRET);
  const config: Config = {
    role,
    dataFolder: resolve(baseFolder, reader.text("MANYI_DATA") ?? ""),
    databaseUrl: value.url(reader, "DATABASE_URL", ["postgres:", "postgresql:"], { kind: "database-url" }) ?? null,
    host,
    port,
    origin: originOf(reader, host, port),
    trustedProxies: value.networks(reader, "MANYI_TRUSTED_PROXIES"),
    language: value.oneOf(reader, "MANYI_LANGUAGE", LANGUAGES) ?? systemLanguage(environment),
    administratorEmail: value.accountAddress(reader, "MANYI_ADMIN_EMAIL"),
    timeZone: value.timeZone(reader, "MANYI_TIME_ZONE"),
    smtp: smtpOf(reader),
    files: filesOf(reader),
    logLevel: value.oneOf(reader, "MANYI_LOG_LEVEL", LOG_LEVELS) ?? "info",
    metricsToken: value.longSecret(reader, "MANYI_METRICS_TOKEN", SHORTEST_TOKEN) ?? null,
    largestImportBytes: value.wholeNumber(reader, "MANYI_LARGEST_IMPORT_MB", 1, 100_000) * MEGABYTE,
    collectionRequests: value.wholeNumber(reader, "MANYI_COLLECT_PER_MINUTE", 10, 100_000_000),
    ...(secret !== undefined && { secret }),
  };
  if (reader.mistakes.length > 0) throw new OperatorFailure("settings-wrong", { mistakes: reader.mistakes });
  return config;
}

/** People elsewhere cannot be told an address that only this machine knows. */
function originOf(reader: SettingReader, host: string, port: number): string {
  const given = value.origin(reader, "MANYI_ORIGIN");
  if (given !== undefined) return given;
  if (!reader.isGiven("MANYI_ORIGIN") && !value.isLoopback(host)) {
    reader.wrong("MANYI_ORIGIN", { kind: "origin-when-public", host });
  }
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

function smtpOf(reader: SettingReader): SmtpConfig | null {
  const url = value.url(reader, "MANYI_SMTP_URL", ["smtp:", "smtps:"], { kind: "smtp-url" });
  const from = value.mailAddress(reader, "MANYI_MAIL_FROM");
  const isWhole = wholeGroup(reader, ["MANYI_SMTP_URL", "MANYI_MAIL_FROM"]);
  return isWhole && url !== undefined && from !== undefined ? { url, from } : null;
}

function filesOf(reader: SettingReader): FilesConfig {
  const endpoint = value.url(reader, "MANYI_S3_ENDPOINT", ["https:", "http:"], { kind: "web-address" });
  const region = reader.text("MANYI_S3_REGION");
  const bucket = reader.text("MANYI_S3_BUCKET");
  const accessKeyId = reader.text("MANYI_S3_ACCESS_KEY");
  const secretAccessKey = reader.text("MANYI_S3_SECRET_KEY");
  wholeGroup(reader, ["MANYI_S3_ENDPOINT", "MANYI_S3_BUCKET", "MANYI_S3_ACCESS_KEY", "MANYI_S3_SECRET_KEY"]);
  if (endpoint && region && bucket && accessKeyId && secretAccessKey) {
    return { kind: "s3", endpoint, region, bucket, accessKeyId, secretAccessKey };
  }
  return { kind: "local" };
}

/** All of a group or none: a half-configured mail server would silently send nothing. */
function wholeGroup(reader: SettingReader, names: readonly SettingName[]): boolean {
  const given = names.find((name) => reader.isGiven(name));
  if (given === undefined) return false;
  const missing = names.filter((name) => !reader.isGiven(name));
  for (const name of missing) reader.wrong(name, { kind: "together-with", given });
  return missing.length === 0;
}
