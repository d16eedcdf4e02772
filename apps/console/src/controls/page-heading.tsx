import { useRouter } from "@tanstack/react-router";
import { type ReactNode, useEffect, useLayoutEffect, useRef } from "react";
import { useMessages } from "../language/use-language.ts";
import { en } from "../shell/messages/en.ts";
import { zh } from "../shell/messages/zh.ts";

/** Where the last heading stood; null until the first page was shown, which takes no focus. */
let shownPath: string | null = null;
/** The heading that went had the focus: the one that takes its place gets it. */
let orphaned: "no" | "yes" = "no";

/** The page's one `h1`. It takes the focus after a navigation, so that the next key press starts at the new page, and
 *  gives the window its title. */
export function PageHeading({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  const words = useMessages({ zh, en });
  const heading = useRef<HTMLHeadingElement>(null);
  const router = useRouter();

  useLayoutEffect(() => {
    const shown = heading.current;
    const path = router.state.location.pathname;
    if (orphaned === "yes" || (shownPath !== null && shownPath !== path)) shown?.focus({ preventScroll: true });
    shownPath = path;
    orphaned = "no";
    return () => {
      if (document.activeElement === shown) orphaned = "yes";
    };
  }, [router]);

  useEffect(() => {
    document.title = `${title} · ${words.product}`;
  }, [title, words]);

  return (
    <h1 ref={heading} tabIndex={-1}>
      {children ?? title}
    </h1>
  );
}
