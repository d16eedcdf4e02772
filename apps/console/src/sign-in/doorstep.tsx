import "./sign-in.css";
import type { ReactNode } from "react";
import { PageHeading } from "../controls/page-heading.tsx";
import { useMessages } from "../language/use-language.ts";
import { LanguageSwitch } from "../shell/language-switch.tsx";
import { Wordmark } from "../shell/wordmark.tsx";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

/** The pages in front of the sign-in. */
export function Doorstep({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const words = useMessages({ zh, en });
  return (
    <div className="doorstep">
      <header>
        <Wordmark />
        <LanguageSwitch keptIn="browser" />
      </header>
      <main id="page">
        <PageHeading title={title} />
        {children}
      </main>
      <footer>
        <p>{words.motto}</p>
      </footer>
    </div>
  );
}
