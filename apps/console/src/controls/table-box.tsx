import type { ReactNode } from "react";
import { useMessages } from "../language/use-language.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

/** A box that scrolls sideways where the screen is narrow, so that the page never does; the keyboard can reach it. */
export function TableBox({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const words = useMessages({ zh, en });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by the keyboard
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would claim that there is something to fill in
    <div className="scroll" role="group" tabIndex={0} aria-label={words.scrollable(label)}>
      {children}
    </div>
  );
}
