/** One kind of value each: read it, or note what was expected. What is returned for a wrong one is never used: the start stops. */
import ipaddr from "ipaddr.js";
import type { ExpectedValue } from "../failure/operator-failure.ts";
import type { SettingReader } from "./setting-reader.ts";
import type { SettingName } from "./settings.ts";

export function wholeNumber(reader: SettingReader, name: SettingName, from: number, to: number): number {
  const text = reader.text(name) ?? "";
  const number = Number(text);
  if (/^\d{1,9}$/.test(text) && number >= from && number <= to) return number;
  reader.wrong(name, { kind: "whole-number", from, to });
  return from;
}

export function oneOf<T extends string>(reader: SettingReader, name: SettingName, values: readonly T[]): T | undefined {
  const text = reader.text(name);
  if (text === undefined) return undefined;
  const known = values.find((value) => value === text);
  if (known === undefined) reader.wrong(name, { kind: "one-of", values });
  return known;
}

export function url(
  reader: SettingReader,
  name: SettingName,
  protocols: readonly string[],
  expected: ExpectedValue,
): string | undefined {
  const text = reader.text(name);
  if (text === undefined) return undefined;
  const parsed = parseUrl(text);
  if (parsed !== undefined && protocols.includes(parsed.protocol) && parsed.hostname !== "") return text;
  reader.wrong(name, expected);
  return undefined;
}

/** Scheme, host and port; a slash at the end is forgiven. */
export function origin(reader: SettingReader, name: SettingName): string | undefined {
  const text = reader.text(name);
  if (text === undefined) return undefined;
  const parsed = parseUrl(text);
  const isWeb = parsed?.protocol === "https:" || parsed?.protocol === "http:";
  if (parsed !== undefined && isWeb && parsed.href === `${parsed.origin}/`) return parsed.origin;
  reader.wrong(name, { kind: "origin" });
  return undefined;
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

/** Addresses and ranges, separated by commas. */
export function networks(reader: SettingReader, name: SettingName): readonly string[] {
  const entries = (reader.text(name) ?? "").split(",").map((entry) => entry.trim());
  const given = entries.filter((entry) => entry !== "");
  if (!given.every(isNetwork)) reader.wrong(name, { kind: "networks" });
  return given;
}

function isNetwork(text: string): boolean {
  if (text.includes("/")) return ipaddr.isValidCIDR(text);
  return ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text);
}

export function isLoopback(host: string): boolean {
  return host === "localhost" || (ipaddr.isValid(host) && ipaddr.parse(host).range() === "loopback");
}

export function timeZone(reader: SettingReader, name: SettingName): string {
  const text = reader.text(name) ?? "";
  try {
    return new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    reader.wrong(name, { kind: "time-zone" });
    return text;
  }
}

/** `name@host`, or with a display name before it in angle brackets. No line ends: it becomes a header. */
export function mailAddress(reader: SettingReader, name: SettingName): string | undefined {
  const text = reader.text(name);
  if (text === undefined || /^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(text)) return text;
  reader.wrong(name, { kind: "mail-address" });
  return undefined;
}

/** An address alone, as an account has it. */
export function accountAddress(reader: SettingReader, name: SettingName): string {
  const text = (reader.text(name) ?? "").toLowerCase();
  if (/^[^\s<>@"]+@[^\s<>@.]+(\.[^\s<>@.]+)+$/.test(text) && text.length <= 254) return text;
  reader.wrong(name, { kind: "account-address" });
  return text;
}

export function longSecret(reader: SettingReader, name: SettingName, characters: number): string | undefined {
  const text = reader.text(name);
  if (text === undefined || text.length >= characters) return text;
  reader.wrong(name, { kind: "long-secret", characters });
  return undefined;
}
