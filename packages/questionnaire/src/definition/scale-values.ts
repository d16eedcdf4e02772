/** @returns the values of a scale, ascending */
export function valuesOf(scale: { readonly minimum: number; readonly maximum: number }): readonly number[] {
  const { minimum, maximum } = scale;
  return Array.from({ length: Math.max(0, maximum - minimum + 1) }, (_, i) => minimum + i);
}
