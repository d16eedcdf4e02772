import { webConnections } from "../database/connect.ts";
import { openStatementPool } from "../database/statement-pool.ts";
import type { Ground } from "../ground.ts";
import { type CollectionFigures, uncountedCollection } from "./figures.ts";
import { type Intake, openIntake } from "./intake.ts";
import { openLookups } from "./lookups.ts";
import { receiptCodes } from "./receipt-code.ts";
import { type StartStamps, startStamps } from "./start-stamp.ts";

/** Everything that takes in what respondents send. */
export interface Collection {
  readonly intake: Intake;
  readonly stamps: StartStamps;
  /** Commits what waits, then lets go of its connections. */
  close(): Promise<void>;
}

export interface CollectionOptions {
  readonly figures?: CollectionFigures;
  /** For how long a link is remembered. */
  readonly linkMs?: number;
}

/** Two for responses, two for partials. */
const CONNECTIONS = 4;

/** Connects when first asked. */
export function openCollection(ground: Ground, options: CollectionOptions = {}): Collection {
  const pool = openStatementPool(ground.databaseUrl, {
    ...webConnections,
    applicationName: "manyi collect",
    maxConnections: CONNECTIONS,
    onConnectionLost: (error) => ground.log.warn("database-connection-lost", { error }),
  });
  const stamps = startStamps(ground.secret);
  const intake = openIntake({
    db: ground.database,
    pool,
    lookups: openLookups(ground.database, options.linkMs),
    stamps,
    receiptCode: receiptCodes(ground.secret),
    figures: options.figures ?? uncountedCollection,
  });
  let closing: Promise<void> | undefined;
  return {
    intake,
    stamps,
    close: () => {
      closing ??= intake.idle().then(() => pool.end());
      return closing;
    },
  };
}
