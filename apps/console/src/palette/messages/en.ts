import type { PaletteMessages } from "./zh.ts";

export const en: PaletteMessages = {
  title: "Find",
  placeholder: "Name of a programme or page",
  found: "Found",
  page: "Page",
  nothing: (wanted: string) => `No programme or page has “${wanted}” in its name.`,
  keys: "↑ ↓ to choose, Enter to open, Esc to close",
};
