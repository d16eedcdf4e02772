/** A text as an editor on a Chinese Windows saves it; Node can only read this encoding. */
const bytesOf = new Map<string, readonly [number, number]>();
for (let lead = 0x81; lead < 0xff; lead++) {
  for (let trail = 0x40; trail < 0xff; trail++) {
    const character = new TextDecoder("gbk").decode(Uint8Array.of(lead, trail));
    if (trail !== 0x7f && [...character].length === 1) bytesOf.set(character, [lead, trail]);
  }
}

/** @throws RangeError for a character that GBK does not have */
export function gbkBytes(text: string): Uint8Array {
  const bytes = [...text].flatMap((character): readonly number[] => {
    const known = character < "\u0080" ? [character.charCodeAt(0)] : bytesOf.get(character);
    if (known === undefined) throw new RangeError(`GBK has no ${character}`);
    return known;
  });
  return Uint8Array.from(bytes);
}
