import { useRouterState } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";
import { useLanguage } from "../language/use-language.ts";

/** The path of the page before; null until somebody went from one page to another. */
let shownPath: string | null = null;

/** The page's one `h1`. It takes the focus after a navigation, so that the next key press starts at the new page, and
 *  gives the window its title. */
export function PageHeading({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const language = useLanguage();
  const path = useRouterState({ select: (state) => state.location.pathname });

  useEffect(() => {
    if (shownPath !== null && shownPath !== path) heading.current?.focus({ preventScroll: true });
    shownPath = path;
  }, [path]);

  useEffect(() => {
    document.title = language === "zh" ? `${title} · 满意` : `${title} · Manyi`;
  }, [title, language]);

  return (
    <h1 ref={heading} tabIndex={-1}>
      {children ?? title}
    </h1>
  );
}
