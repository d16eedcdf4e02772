import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import { rootId } from "../embedded/embedded.ts";
import { directionOf } from "../messages/language-name.ts";
import { style } from "../style/style.ts";

export interface DocumentParts {
  readonly language: string;
  readonly title: string;
  readonly content: ComponentChildren;
  /** JSON for the script; it must hold no `<`. */
  readonly data?: { readonly id: string; readonly text: string };
  /** Address of the script. */
  readonly script?: string;
}

/** A whole document. Its style stands in it, so that one answer of the server shows the first question. */
export function documentOf({ language, title, content, data, script }: DocumentParts): string {
  const page = renderToString(
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fbfaf7" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#141a18" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="format-detection" content="telephone=no, email=no, address=no" />
        <title>{title}</title>
        {/* Our own words; the policy knows them by their hash. */}
        <style dangerouslySetInnerHTML={{ __html: style }} />
        {/* Before the content, so that it loads while the content arrives; it runs after it. */}
        {script !== undefined && <script defer src={script} />}
      </head>
      <body>
        <div id={rootId}>{content}</div>
        {data !== undefined && (
          // JSON without any `<`.
          <script type="application/json" id={data.id} dangerouslySetInnerHTML={{ __html: data.text }} />
        )}
      </body>
    </html>,
  );
  return `<!doctype html>${page}`;
}
