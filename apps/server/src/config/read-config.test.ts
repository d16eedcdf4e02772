import { describe, expect, it } from "vitest";
import { OperatorFailure } from "../failure/operator-failure.ts";
import { sentence } from "../failure/sentence.ts";
import { readConfig } from "./read-config.ts";
import type { Environment } from "./setting-reader.ts";

function failureOf(environment: Environment): OperatorFailure {
  try {
    readConfig(environment, "all", "/srv/manyi");
  } catch (error) {
    if (error instanceof OperatorFailure) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("settings", () => {
  it("have defaults that need no environment at all", () => {
    expect(readConfig({}, "all", "/srv/manyi")).toEqual({
      role: "all",
      dataFolder: "/srv/manyi/data",
      databaseUrl: null,
      host: "127.0.0.1",
      port: 8460,
      origin: "http://127.0.0.1:8460",
      trustedProxies: [],
      language: "en",
      timeZone: "Asia/Shanghai",
      smtp: null,
      files: { kind: "local" },
      logLevel: "info",
      metricsToken: null,
      administratorEmail: "admin@manyi.local",
      largestImportBytes: 200_000_000,
      collectionRequests: 3_000,
    });
  });

  it("are taken from the environment, an empty one counting as unset", () => {
    const config = readConfig(
      {
        LANG: "zh_CN.UTF-8",
        MANYI_DATA: "/var/manyi",
        DATABASE_URL: "postgres://u:p@db:5432/manyi",
        MANYI_HOST: "0.0.0.0",
        MANYI_PORT: " 80 ",
        MANYI_ORIGIN: "https://survey.example.cn/",
        MANYI_TRUSTED_PROXIES: "10.0.0.5, 192.168.0.0/16,::1",
        MANYI_SMTP_URL: "smtps://u:p@smtp.example.cn",
        MANYI_MAIL_FROM: "满意度调查 <survey@example.cn>",
        MANYI_LOG_LEVEL: "",
        MANYI_ADMIN_EMAIL: "Boss@Example.cn",
      },
      "web",
      "/srv/manyi",
    );
    expect(config).toMatchObject({
      role: "web",
      dataFolder: "/var/manyi",
      port: 80,
      origin: "https://survey.example.cn",
      language: "zh",
      trustedProxies: ["10.0.0.5", "192.168.0.0/16", "::1"],
      smtp: { from: "满意度调查 <survey@example.cn>" },
      logLevel: "info",
      administratorEmail: "boss@example.cn",
    });
  });

  it("that are wrong are all told at once, each by name", () => {
    const failure = failureOf({ MANYI_PORT: "http", MANYI_TIME_ZONE: "Mars/Base", MANYI_LOG_LEVEL: "loud" });
    expect(sentence(failure, "en").split("\n")).toEqual([
      "Environment variable MANYI_PORT cannot be “http”: it should be a whole number from 1 to 65535.",
      "Environment variable MANYI_TIME_ZONE cannot be “Mars/Base”: it should be an IANA time zone, such as Asia/Shanghai.",
      "Environment variable MANYI_LOG_LEVEL cannot be “loud”: it can only be debug, info, warn, error.",
    ]);
    expect(sentence(failure, "zh").split("\n")).toHaveLength(3);
  });

  it.each<[string, Environment]>([
    ["a port outside the range", { MANYI_PORT: "70000" }],
    ["a port with a fraction", { MANYI_PORT: "80.5" }],
    ["an origin with a path", { MANYI_ORIGIN: "https://example.cn/survey" }],
    ["an origin that is no web address", { MANYI_ORIGIN: "ftp://example.cn" }],
    ["a listening address others can reach without an origin", { MANYI_HOST: "0.0.0.0" }],
    ["a database of another kind", { DATABASE_URL: "mysql://localhost/manyi" }],
    ["a proxy by name", { MANYI_TRUSTED_PROXIES: "proxy.local" }],
    ["a range that is none", { MANYI_TRUSTED_PROXIES: "10.0.0.0/40" }],
    ["a sender with a line end", { MANYI_SMTP_URL: "smtp://h", MANYI_MAIL_FROM: "a@b.cn\nBcc: c@d.cn" }],
    ["a mail server without a sender", { MANYI_SMTP_URL: "smtp://h" }],
    ["half a store", { MANYI_S3_BUCKET: "b" }],
    ["a short metrics token", { MANYI_METRICS_TOKEN: "short" }],
    ["an unlimited import", { MANYI_LARGEST_IMPORT_MB: "0" }],
    ["a survey nobody can answer", { MANYI_COLLECT_PER_MINUTE: "0" }],
    ["another language", { MANYI_LANGUAGE: "fr" }],
  ])("refuse %s", (_, environment) => {
    expect(failureOf(environment).code).toBe("settings-wrong");
  });

  it("that may hold a password are never repeated", () => {
    const failure = failureOf({ DATABASE_URL: "mysql://u:geheim@h/d", MANYI_METRICS_TOKEN: "geheim" });
    expect(`${sentence(failure, "zh")}${sentence(failure, "en")}${failure.message}`).not.toContain("geheim");
  });
});
