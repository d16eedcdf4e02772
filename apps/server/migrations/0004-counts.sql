-- Counts for lists, which must not read every response.

-- Kept by whatever adds responses, in the same transaction. How many of them are excluded is counted where it is shown:
-- those are few, and a counter would make whoever leaves one out wait for an import into the same wave.
alter table wave
  add column responses integer not null default 0,
  add column last_received_at timestamptz;

update wave set responses = counted.responses, last_received_at = counted.last_received_at
from (
  select wave_id, count(*) as responses, max(received_at) as last_received_at from response group by wave_id
) counted
where wave.id = counted.wave_id;

create index response_excluded on response (programme_id, wave_id) where state = 'excluded';
-- For the foreign key: an import that is given up would have every response read.
create index response_import on response (import_id);
-- Whose file is it: asked for every stored file, every night.
create index study_import_files on study_import using gin (files jsonb_path_ops);
create index study_import_rejected on study_import ((outcome ->> 'rejectedKey'));
