/** An object with a property set, or without it: what is left out has its default, and the file stays as short as its content. */
export function withOptional<Whole extends object, Key extends keyof Whole>(
  whole: Whole,
  key: Key,
  value: Exclude<Whole[Key], undefined> | undefined,
): Whole {
  const copy = { ...whole };
  if (value === undefined) Reflect.deleteProperty(copy, key);
  else copy[key] = value;
  return copy;
}
