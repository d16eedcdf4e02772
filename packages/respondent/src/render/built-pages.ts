/** What the server's bundle gives. The names of the scripts are put in when it is built. */
import { createHash } from "node:crypto";
import { messageLanguage, messageLanguages } from "../messages/catalogues.ts";
import type { RespondentPages } from "../pages.ts";
import { style } from "../style/style.ts";
import { endDocument } from "./end-document.tsx";
import { noticeDocument } from "./notice-document.tsx";
import { previewDocument } from "./preview-document.tsx";
import { questionDocument } from "./question-document.tsx";

/** By the language of its words. */
declare const RUNTIME_ADDRESSES: Readonly<Record<string, string>>;
declare const PREVIEW_ADDRESS: string;
declare const RETURNING_ADDRESS: string;

export const pages: RespondentPages = {
  question: (view) => questionDocument(view, RUNTIME_ADDRESSES[messageLanguage(view.language)] ?? ""),
  end: endDocument,
  notice: (view) => noticeDocument(view, RETURNING_ADDRESS),
  preview: () => previewDocument(PREVIEW_ADDRESS),
  languages: messageLanguages,
  styleHash: `'sha256-${createHash("sha256").update(style).digest("base64")}'`,
};
