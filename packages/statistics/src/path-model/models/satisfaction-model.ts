/**
 * A satisfaction model as published: constructs and paths between them, without a questionnaire. A programme gives each construct its items
 * and may change both, as the result is an ordinary path model.
 */
import type { Construct, Path, PathModel } from "../path-model.ts";

/** A text in both languages. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export interface ModelConstruct {
  /** Name in the path model. */
  readonly name: string;
  readonly label: Bilingual;
  /** What its items ask. */
  readonly asks: Bilingual;
}

export interface SatisfactionModel {
  readonly id: string;
  readonly label: Bilingual;
  readonly constructs: readonly ModelConstruct[];
  readonly paths: readonly Path[];
  /** The construct whose index is the model's. */
  readonly indexOf: string;
  readonly source: string;
  /** What a user has to know before relying on it. */
  readonly note: Bilingual;
}

/**
 * The model with items. Constructs without items are left out, and their paths with them: a survey seldom asks everything.
 * @param items names of items by construct; all reflect their construct (mode A), as the published models have it
 * @throws RangeError where `items` names a construct that the model does not have. Whether the rest can be estimated says
 *   `checkPathModel`
 */
export function pathModelOf(
  { id, constructs, paths }: SatisfactionModel,
  items: Readonly<Record<string, readonly string[]>>,
): PathModel {
  const names = new Set(constructs.map(({ name }) => name));
  for (const name of Object.keys(items)) if (!names.has(name)) throw new RangeError(`${id} has no construct ${name}`);
  const asked = constructs.flatMap(({ name }): Construct[] => {
    const own = Object.hasOwn(items, name) ? items[name] : [];
    return own.length === 0 ? [] : [{ name, items: own, mode: "A" }];
  });
  const present = new Set(asked.map(({ name }) => name));
  return { constructs: asked, paths: paths.filter(({ from, to }) => present.has(from) && present.has(to)) };
}

/** Paths from each construct to those it acts on. */
export function pathsOf(targets: Readonly<Record<string, readonly string[]>>): readonly Path[] {
  return Object.entries(targets).flatMap(([from, all]) => all.map((to) => ({ from, to })));
}
