/** A call may find at any moment that the session is over. Whoever shows the sign-in is told; what was typed stays. */
const listeners = new Set<() => void>();

/** @returns stops listening */
export function onSessionEnded(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function tellSessionEnded(): void {
  for (const listener of listeners) listener();
}
