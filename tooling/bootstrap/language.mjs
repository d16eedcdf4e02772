import { en } from "./messages/en.mjs";
import { zh } from "./messages/zh.mjs";

/** The language a person's shell asks for, by the precedence POSIX gives these variables; English when it asks for none.
 *  @param {Readonly<Record<string, string | undefined>>} env
 *  @returns {"zh" | "en"} */
export function languageOf(env) {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || "";
  return locale.toLowerCase().startsWith("zh") ? "zh" : "en";
}

/** What bootstrap says, in the person's language.
 *  @param {Readonly<Record<string, string | undefined>>} env */
export function messagesFor(env) {
  return languageOf(env) === "zh" ? zh : en;
}
