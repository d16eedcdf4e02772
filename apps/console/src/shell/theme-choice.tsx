import { useSyncExternalStore } from "react";
import { useMessages } from "../language/use-language.ts";
import { changeTheme, currentTheme, onThemeChange, type Theme } from "../theme/theme.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

const themes: readonly Theme[] = ["system", "light", "dark"];

/** Light, dark, or as the machine has it. */
export function ThemeChoice() {
  const words = useMessages({ zh, en });
  const theme = useSyncExternalStore(onThemeChange, currentTheme);
  return (
    <fieldset className="field-set">
      <legend className="menu-group">{words.theme}</legend>
      {themes.map((each) => (
        <button
          key={each}
          type="button"
          className="menu-item"
          aria-pressed={each === theme}
          onClick={() => changeTheme(each)}
        >
          {words.themes[each]}
        </button>
      ))}
    </fieldset>
  );
}
