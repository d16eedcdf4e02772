export interface Keyed<Item> {
  readonly key: string;
  readonly item: Item;
  readonly index: number;
}

/** Items that have nothing but their place to tell them apart, such as the runs of a sentence: the place is the key. Right
 *  only for lists that never change their order. */
export function keyed<Item>(items: readonly Item[]): readonly Keyed<Item>[] {
  return items.map((item, index) => ({ key: `${index + 1}`, item, index }));
}
