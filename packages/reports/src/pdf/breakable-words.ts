/** Where a line may end without help: spaces, hyphens, slashes, and between characters of Chinese and its kin. */
const runWithoutBreak = /[^\s\u200b\-/\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]{25,}/g;
const pieceLength = 12;

/** Puts invisible break opportunities into words longer than 24 characters; a web page breaks them by itself, a
 *  printed one would let them run over the edge. */
export function breakableWords(text: string): string {
  return text.replace(runWithoutBreak, (word) => {
    const characters = [...word];
    const pieces = Array.from({ length: Math.ceil(characters.length / pieceLength) }, (_, index) =>
      characters.slice(index * pieceLength, (index + 1) * pieceLength).join(""),
    );
    return pieces.join("\u200b");
  });
}
