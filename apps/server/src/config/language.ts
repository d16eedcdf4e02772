import type { Environment } from "./setting-reader.ts";

export type Language = "zh" | "en";

/** Chinese where the system says so, English otherwise; by the precedence POSIX gives these variables. */
export function systemLanguage(environment: Environment): Language {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  return locale.toLowerCase().startsWith("zh") ? "zh" : "en";
}
