/** How the answers of a wave came in. All SQL of it. */
import { type Kysely, sql } from "kysely";
import type { Tables } from "../database/tables.ts";

export interface ReceivedOnDay {
  /** `2026-11-22`, in the organisation's time zone. */
  readonly day: string;
  readonly responses: number;
  readonly late: number;
}

/** The oldest day first; days without any are left out. Also responses that are excluded. */
export async function receivedByDay(db: Kysely<Tables>, waveId: string): Promise<readonly ReceivedOnDay[]> {
  const { rows } = await sql<ReceivedOnDay>`
    select to_char(received_at at time zone organisation.time_zone, 'YYYY-MM-DD') as day,
      count(*) as responses, count(*) filter (where late) as late
    from wave
    join organisation on organisation.id = wave.organisation_id
    join response on response.programme_id = wave.programme_id and response.wave_id = wave.id
    where wave.id = ${waveId}::uuid
    group by 1 order by 1`.execute(db);
  return rows;
}
