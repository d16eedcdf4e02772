/**
 * Requests that arrive together are committed together: while one batch is being committed the next one gathers, so that a commit
 * costs hardly more for five hundred than for one. Nobody is answered before the commit that holds what they sent.
 *
 * Of two items with one key the second goes with a later batch, and finds what the first has left. One batch at a time: a second beside
 * it made fewer of what comes together, and was slower (`bench collect`).
 */
export interface GroupCommit<Item, Outcome> {
  /** @returns once it is committed
   *  @throws QueueFull; whatever the commit threw: nothing is acknowledged then */
  add(item: Item): Promise<Outcome>;
  /** Resolves when nothing waits and nothing is being committed. */
  idle(): Promise<void>;
}

export interface GroupCommitOptions<Item> {
  readonly mostABatch: number;
  /** More than that is refused at once, so that memory stays bounded while the database is slow. */
  readonly mostWaiting: number;
  readonly keyOf: (item: Item) => string;
  /** Whether an error is about a row and not about the connection: the rows of the batch are then committed one by one, and only
   *  the bad ones fail. */
  readonly isFaultOfRow: (error: unknown) => boolean;
  /** Told of every commit that succeeded. */
  readonly onCommit?: (items: number, durationMs: number) => void;
}

export class QueueFull extends Error {
  constructor() {
    super("More waits to be committed than may wait.");
    this.name = "QueueFull";
  }
}

/** @param commit keeps all of the items or none
 *  @returns outcomes in the order of the items */
export function groupCommit<Item, Outcome>(
  commit: (items: readonly Item[]) => Promise<readonly Outcome[]>,
  options: GroupCommitOptions<Item>,
): GroupCommit<Item, Outcome> {
  let waiting: Waiting<Item, Outcome>[] = [];
  let isCommitting = false;
  let isWoken = false;
  const idle: (() => void)[] = [];

  const takeBatch = (): readonly Waiting<Item, Outcome>[] => {
    const isTaken = fitting<Waiting<Item, Outcome>>(options.mostABatch);
    const { batch, later } = Object.groupBy(waiting, (entry) => (isTaken(entry) ? "batch" : "later"));
    waiting = later ?? [];
    return batch ?? [];
  };

  const run = async (): Promise<void> => {
    isCommitting = true;
    while (waiting.length > 0) await commitBatch(commit, takeBatch(), options);
    isCommitting = false;
    for (const tell of idle.splice(0)) tell();
  };

  /** What else this turn of the event loop has read joins the batch. */
  const wake = (): void => {
    if (isWoken || isCommitting) return;
    isWoken = true;
    setImmediate(() => {
      isWoken = false;
      void run();
    });
  };

  return {
    add: (item) => {
      if (waiting.length >= options.mostWaiting) return Promise.reject(new QueueFull());
      return new Promise((resolve, reject) => {
        waiting.push({ item, key: options.keyOf(item), resolve, reject });
        wake();
      });
    },
    idle: async () => {
      if (!isCommitting && waiting.length === 0) return;
      await new Promise<void>((resolve) => idle.push(resolve));
    },
  };
}

/** Takes the first of each key. @param most that it takes */
function fitting<Entry extends { readonly key: string }>(most: number): (entry: Entry) => boolean {
  const taken = new Set<string>();
  return ({ key }) => {
    if (taken.size === most || taken.has(key)) return false;
    taken.add(key);
    return true;
  };
}

interface Waiting<Item, Outcome> {
  readonly item: Item;
  readonly key: string;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

/** Never throws: whoever waits is told. */
async function commitBatch<Item, Outcome>(
  commit: (items: readonly Item[]) => Promise<readonly Outcome[]>,
  batch: readonly Waiting<Item, Outcome>[],
  options: GroupCommitOptions<Item>,
): Promise<void> {
  const began = performance.now();
  try {
    const outcomes = await commit(batch.map(({ item }) => item));
    if (outcomes.length !== batch.length) throw new Error(`${outcomes.length} outcomes for ${batch.length} items`);
    options.onCommit?.(batch.length, performance.now() - began);
    batch.forEach(({ resolve }, at) => {
      // As long as the batch, checked above.
      resolve(outcomes[at] as Outcome);
    });
  } catch (error) {
    if (batch.length > 1 && options.isFaultOfRow(error)) {
      for (const entry of batch) await commitBatch(commit, [entry], options);
    } else {
      for (const { reject } of batch) reject(error);
    }
  }
}
