import type { Scale } from "../definition/scale.ts";

/** Scales of a study under names of their own; equal ones are declared once. */
export class ScaleRegister {
  readonly #names = new Map<string, string>();
  readonly #scales = new Map<string, Scale>();

  /** @param wanted taken unless another scale has it
   *  @returns the name under which the scale is declared */
  nameOf(scale: Scale, wanted: string): string {
    const form = JSON.stringify(scale);
    const known = this.#names.get(form);
    if (known !== undefined) return known;
    let name = wanted;
    for (let number = 2; this.#scales.has(name); number++) name = `${wanted}-${number}`;
    this.#names.set(form, name);
    this.#scales.set(name, scale);
    return name;
  }

  declared(): Record<string, Scale> {
    return Object.fromEntries(this.#scales);
  }
}
