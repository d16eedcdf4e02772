/** The variant a test's data must lead to; fails the test with the variant it led to instead. */
export function estimated<T extends { readonly kind: string }>(result: T): Extract<T, { readonly kind: "estimated" }> {
  return variant(result, "estimated");
}

export function tested<T extends { readonly kind: string }>(result: T): Extract<T, { readonly kind: "tested" }> {
  return variant(result, "tested");
}

export function variant<T extends { readonly kind: string }, K extends T["kind"]>(
  result: T,
  kind: K,
): Extract<T, { readonly kind: K }> {
  if (!isVariant(result, kind)) throw new Error(`expected ${kind}, got ${JSON.stringify(result)}`);
  return result;
}

function isVariant<T extends { readonly kind: string }, K extends T["kind"]>(
  result: T,
  kind: K,
): result is Extract<T, { readonly kind: K }> {
  return result.kind === kind;
}
