import { keyByKey } from "./key-by-key.ts";
import type { ReferenceFile } from "./reference-file.ts";
import { isTree, type ReferenceTree, type ReferenceValue } from "./reference-value.ts";

/** Coverage of intervals, 0–1: `conf`, 0.95 where the file says nothing. */
export function confidenceOf(file: ReferenceFile): number {
  return numberOption(file, "conf", 0.95);
}

/** Level of tests and letters, 0–1: `alpha`, 0.05 where the file says nothing. */
export function alphaOf(file: ReferenceFile): number {
  return numberOption(file, "alpha", 0.05);
}

export function numberOption({ options }: ReferenceFile, name: string, otherwise: number): number {
  const value = options[name];
  return typeof value === "number" ? value : otherwise;
}

/** Of the values that can be computed those that the file has; the others may lack what they need. */
export function valuesAsked(
  { values }: ReferenceFile,
  known: Readonly<Record<string, () => ReferenceValue>>,
): ReferenceTree {
  const asked = Object.keys(known).filter((key) => Object.hasOwn(values, key));
  return keyByKey(asked, (key) => known[key]());
}

/** @throws Error unless the value is an object */
export function treeAt(tree: ReferenceTree, ...path: readonly string[]): ReferenceTree {
  let value: ReferenceValue | undefined = tree;
  for (const key of path) value = isTree(value) ? value[key] : undefined;
  if (!isTree(value)) throw new Error(`${path.join("/")} is no object`);
  return value;
}

/** R writes a list of one without its brackets. @throws Error unless the value is a number or a list of numbers */
export function numbersAt(tree: ReferenceTree, key: string): readonly number[] {
  const value = listOf(tree[key]);
  const isNumber = (each: ReferenceValue): each is number => typeof each === "number";
  if (!value.every(isNumber)) throw new Error(`${key} is no list of numbers`);
  return value;
}

/** R writes a list of one without its brackets. @throws Error unless the value is a text or a list of texts */
export function textsAt(tree: ReferenceTree, key: string): readonly string[] {
  const value = listOf(tree[key]);
  const isText = (each: ReferenceValue): each is string => typeof each === "string";
  if (!value.every(isText)) throw new Error(`${key} is no list of texts`);
  return value;
}

function listOf(value: ReferenceValue | undefined): readonly ReferenceValue[] {
  if (value === undefined || isTree(value)) return [null];
  return Array.isArray(value) ? value : [value];
}
