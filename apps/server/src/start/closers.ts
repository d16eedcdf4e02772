/** What was opened and must be closed again, last opened first; one that fails does not keep the others from closing. */
export interface Closers {
  add(close: () => Promise<void> | void): void;
  /** @throws AggregateError of what failed, when all were tried */
  closeAll(): Promise<void>;
}

export function closers(): Closers {
  const open: (() => Promise<void> | void)[] = [];
  return {
    add: (close) => open.push(close),
    closeAll: async () => {
      const errors: unknown[] = [];
      for (let close = open.pop(); close !== undefined; close = open.pop()) {
        try {
          await close();
        } catch (error) {
          errors.push(error);
        }
      }
      if (errors.length > 0) throw new AggregateError(errors, "not everything could be closed");
    },
  };
}
