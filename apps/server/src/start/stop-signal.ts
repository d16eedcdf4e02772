/** Asked to stop by Ctrl-C, by whoever manages services, by a closing terminal, or by the end of the process that started us. */
export interface StopSignal {
  readonly asked: Promise<void>;
}

const LOOK_EVERY_MS = 1_000;
/** A terminal sends Ctrl-C to every process of it and some pass it on: two within this time are one. */
const SAME_PRESS_MS = 400;
const EXIT_AT_ONCE = 130;

/** @param parent the process that must live for us to go on; null: none */
export function listenForStop(parent: number | null): StopSignal {
  const { promise, resolve } = Promise.withResolvers<void>();
  let askedAt: number | undefined;
  const ask = () => {
    const now = performance.now();
    if (askedAt !== undefined && now - askedAt > SAME_PRESS_MS) process.exit(EXIT_AT_ONCE);
    askedAt ??= now;
    resolve();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, ask);
  if (parent !== null) watchParent(parent, resolve);
  return { asked: promise };
}

/** A process whose parent is gone is given another one. */
function watchParent(parent: number, onGone: () => void): void {
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    onGone();
  }, LOOK_EVERY_MS);
  look.unref();
}
