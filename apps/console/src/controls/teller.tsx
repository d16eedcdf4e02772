import { useEffect, useSyncExternalStore } from "react";

const shownForMs = 5_000;
const listeners = new Set<() => void>();
let said: { readonly text: string; readonly at: number } | null = null;

/** Says shortly what was done; nothing that somebody must read to go on. */
export function tell(text: string): void {
  said = { text, at: Date.now() };
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where it is said; once on the page. */
export function Teller() {
  const saying = useSyncExternalStore(listen, () => said);
  useEffect(() => {
    if (saying === null) return;
    const timer = setTimeout(() => {
      if (said === saying) said = null;
      for (const listener of listeners) listener();
    }, shownForMs);
    return () => clearTimeout(timer);
  }, [saying]);
  return (
    <div className="teller screen-only" role="status">
      {saying === null ? null : <p className="fade-in">{saying.text}</p>}
    </div>
  );
}
