import type { ExpectedValue, SettingMistake } from "../failure/operator-failure.ts";
import { type SettingName, settings } from "./settings.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads settings and gathers what is wrong with them, so that all of it can be told at once. */
export interface SettingReader {
  readonly mistakes: readonly SettingMistake[];
  /** What was given, or the default; undefined where there is neither. An empty value counts as not given. */
  text(name: SettingName): string | undefined;
  isGiven(name: SettingName): boolean;
  wrong(name: SettingName, expected: ExpectedValue): void;
}

/** Their values are never shown: they may hold a password. */
const SECRET: ReadonlySet<SettingName> = new Set<SettingName>([
  "DATABASE_URL",
  "MANYI_SMTP_URL",
  "MANYI_S3_SECRET_KEY",
  "MANYI_METRICS_TOKEN",
  "MANYI_SECRET",
]);

export function settingReader(environment: Environment): SettingReader {
  const defaults = new Map(settings.map(({ name, byDefault }) => [name, byDefault ?? undefined]));
  const mistakes: SettingMistake[] = [];
  const given = (name: SettingName) => environment[name]?.trim() || undefined;
  return {
    mistakes,
    text: (name) => given(name) ?? defaults.get(name),
    isGiven: (name) => given(name) !== undefined,
    wrong: (name, expected) => {
      const value = SECRET.has(name) ? null : (given(name) ?? null);
      mistakes.push({ name, value, expected });
    },
  };
}
