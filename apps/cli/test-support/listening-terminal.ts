import type { Terminal } from "../src/terminal.ts";

/** A terminal that remembers what was written to it; its clock stands still. */
export function listeningTerminal(): Terminal & { readonly printed: string[]; readonly said: string[] } {
  const printed: string[] = [];
  const said: string[] = [];
  return {
    printed,
    said,
    print: (text) => {
      printed.push(text);
    },
    say: (text) => {
      said.push(text);
    },
    nowMs: () => 0,
    today: () => "2026-11-22",
  };
}
