/**
 * Requests that arrive together are committed together: while one batch is being committed the next one gathers, so that a commit
 * costs hardly more for five hundred than for one. Nobody is answered before the commit that holds what they sent.
 *
 * An item waits while another with the same key is being committed, and finds then what that one has left.
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
  /** Batches that are being committed at a time. The second is on its way to the database while the first one is written. */
  readonly mostAtOnce: number;
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
  let batches = 0;
  const underWay = new Set<string>();
  let isWoken = false;
  const idle: (() => void)[] = [];

  const takeBatch = (): readonly Waiting<Item, Outcome>[] => {
    const isTaken = fitting<Waiting<Item, Outcome>>(underWay, options.mostABatch);
    const { batch, later } = Object.groupBy(waiting, (entry) => (isTaken(entry) ? "batch" : "later"));
    waiting = later ?? [];
    return batch ?? [];
  };

  const run = async (batch: readonly Waiting<Item, Outcome>[]): Promise<void> => {
    batches += 1;
    await commitBatch(commit, batch, options);
    for (const { key } of batch) underWay.delete(key);
    batches -= 1;
    start();
  };

  /** A second batch goes when it is at least half of what is under way: two that are nearly empty cost as much as two full ones. */
  const start = (): void => {
    while (batches < options.mostAtOnce && waiting.length * 2 >= underWay.size) {
      const batch = takeBatch();
      if (batch.length === 0) break;
      void run(batch);
    }
    if (batches > 0 || waiting.length > 0) return;
    for (const tell of idle.splice(0)) tell();
  };

  /** What else this turn of the event loop has read joins the batch. */
  const wake = (): void => {
    if (isWoken) return;
    isWoken = true;
    setImmediate(() => {
      isWoken = false;
      start();
    });
  };

  return {
    add: (item) => {
      if (waiting.length >= options.mostWaiting) return Promise.reject(new QueueFull());
      return new Promise((resolve, reject) => {
        waiting.push({ item, key: options.keyOf(item), resolve, reject });
        if (batches < options.mostAtOnce) wake();
      });
    },
    idle: async () => {
      if (batches === 0 && waiting.length === 0) return;
      await new Promise<void>((resolve) => idle.push(resolve));
    },
  };
}

/** Takes one of each key that is not under way, and so many at most. */
function fitting<Entry extends { readonly key: string }>(
  underWay: Set<string>,
  most: number,
): (entry: Entry) => boolean {
  let taken = 0;
  return ({ key }) => {
    if (taken === most || underWay.has(key)) return false;
    underWay.add(key);
    taken += 1;
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
