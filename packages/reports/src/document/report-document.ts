/**
 * A report as data: what it says, in which order, and what belongs together. It knows nothing of pages, pixels or
 * file formats; a renderer turns it into one of them. All numbers are formatted and all words are in one language.
 */
import type { Language } from "@manyi/analysis/results/text-in";
import type { Block } from "./block.ts";

export interface ReportDocument {
  readonly language: Language;
  readonly title: string;
  readonly subtitle: string;
  /** Whose customers were asked; null where it is not known. */
  readonly organisation: string | null;
  /** Day of production, `2026-11-22`. */
  readonly producedOn: string;
  /** Facts for the cover: period, respondents, version … */
  readonly meta: readonly { readonly term: string; readonly text: string }[];
  readonly sections: readonly Section[];
}

export interface Section {
  /** Unique in the document; letters, digits and hyphens. */
  readonly anchor: string;
  /** `3` or `3.2`. */
  readonly number: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
  /** One level only: subsections have none of their own. */
  readonly subsections: readonly Section[];
}

/** A section before the report gives it its number. */
export interface Draft {
  readonly anchor: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
  readonly subsections?: readonly Draft[];
}
