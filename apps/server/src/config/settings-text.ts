import { type Setting, settings } from "./settings.ts";

type Language = "zh" | "en";

const heads = {
  zh: { name: "环境变量", byDefault: "默认值", text: "作用" },
  en: { name: "Variable", byDefault: "Default", text: "Meaning" },
} as const;

/** The settings as a Markdown table, as it stands in the README. */
export function settingsTable(language: Language): string {
  const { name, byDefault, text } = heads[language];
  const rows = settings.map((setting) => `| \`${setting.name}\` | ${defaultCell(setting)} | ${setting[language]} |`);
  return [`| ${name} | ${byDefault} | ${text} |`, "| --- | --- | --- |", ...rows].join("\n");
}

/** The settings as `--help` shows them: what it is for stands under its name. */
export function settingsHelp(language: Language): string {
  return settings
    .map((setting) => {
      const given = setting.byDefault === null ? "" : `=${setting.byDefault}`;
      return `  ${setting.name}${given}\n      ${setting[language]}`;
    })
    .join("\n");
}

function defaultCell({ byDefault }: Setting): string {
  return byDefault === null ? "–" : `\`${byDefault}\``;
}
