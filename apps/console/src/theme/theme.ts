export type Theme = "system" | "light" | "dark";

const storageKey = "manyi.theme";
const listeners = new Set<() => void>();
let current: Theme = keptTheme();

export function currentTheme(): Theme {
  return current;
}

/** Changes the colours at once and keeps the choice; `system` follows the machine again. */
export function changeTheme(theme: Theme): void {
  current = theme;
  try {
    if (theme === "system") localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, theme);
  } catch {
    // A browser without storage keeps it until the page is closed.
  }
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  for (const listener of listeners) listener();
}

/** @returns stops listening */
export function onThemeChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function keptTheme(): Theme {
  try {
    const kept = localStorage.getItem(storageKey);
    return kept === "light" || kept === "dark" ? kept : "system";
  } catch {
    return "system";
  }
}
