-- Programmes, their waves, what was asked (definition) and what was answered (response). Answers are kept here exactly
-- once; every number is computed from a snapshot of them.

create table programme (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  unit_id uuid not null,
  name jsonb not null,
  version integer not null default 1,
  -- The newest results' headline figure, for lists. Disposable.
  headline jsonb,
  created_at timestamptz not null,
  created_by text,
  archived_at timestamptz,
  unique (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id)
);
create index programme_unit on programme (unit_id);

-- study.json as it was given, for ever: a definition never changes, a new one is another row.
create table definition (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  programme_id uuid not null,
  -- SHA-256 of `study`, lower-case hex.
  hash text not null,
  study text not null,
  -- The first row of the data file: also columns that study.json does not declare.
  header text[] not null,
  created_at timestamptz not null,
  unique (organisation_id, id),
  foreign key (organisation_id, programme_id) references programme (organisation_id, id)
);
create index definition_programme on definition (programme_id, created_at desc);

create function definition_never_changes() returns trigger language plpgsql as $$
begin
  raise exception 'a definition never changes';
end $$;
create trigger definition_never_changes before update on definition
  for each row execute function definition_never_changes();

create table wave (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  programme_id uuid not null,
  -- As it stands in the wave column of the data; `1` where there is none.
  code text not null,
  name jsonb not null,
  position integer not null,
  state text not null check (state in ('planned', 'open', 'closing', 'closed')),
  created_at timestamptz not null,
  unique (organisation_id, id),
  unique (programme_id, code),
  foreign key (organisation_id, programme_id) references programme (organisation_id, id)
);

create table study_import (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  unit_id uuid not null,
  programme_id uuid,
  definition_id uuid,
  created_by text,
  created_at timestamptz not null,
  state text not null check (state in ('mapping', 'ready', 'faulty', 'queued', 'running', 'done', 'failed')),
  -- [{ "name", "key", "bytes", "sha256" }]: keys of the file store.
  files jsonb not null,
  -- Title, preview, issues, warnings, faultyLines: what the check found.
  findings jsonb not null default '{}',
  mapping jsonb,
  -- What was asked for with `run`: programme and what happens to faulty lines.
  request jsonb,
  progress jsonb,
  -- Counts, and the data file's name, encoding, bytes and sha256.
  outcome jsonb,
  settled_at timestamptz,
  unique (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  foreign key (organisation_id, programme_id) references programme (organisation_id, id),
  foreign key (organisation_id, definition_id) references definition (organisation_id, id)
);

create table response (
  id uuid primary key,
  organisation_id uuid not null,
  programme_id uuid not null,
  wave_id uuid not null,
  definition_id uuid not null,
  import_id uuid,
  -- Line in the imported file.
  line integer,
  -- Column → cell as it was given: a code of the code book, a number, a text. What is not there was left blank.
  answers jsonb not null,
  state text not null default 'valid' check (state in ('valid', 'excluded')),
  reason text,
  received_at timestamptz not null,
  foreign key (organisation_id, programme_id) references programme (organisation_id, id),
  foreign key (organisation_id, wave_id) references wave (organisation_id, id),
  foreign key (organisation_id, definition_id) references definition (organisation_id, id),
  foreign key (organisation_id, import_id) references study_import (organisation_id, id)
);
create index response_of_programme on response (programme_id, wave_id, line, id);
-- The order in which responses are listed, exported and analysed.
create index response_in_order on response (programme_id, received_at, coalesce(line, 0), id);

-- What happened to responses, in the order of commit. A reader asks for events whose transaction is older than every one
-- still running (`commit_xid < pg_snapshot_xmin(pg_current_snapshot())`): a sequence alone would miss those committed late.
create table response_event (
  id bigint generated always as identity primary key,
  commit_xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  organisation_id uuid not null,
  programme_id uuid not null,
  response_id uuid not null references response,
  kind text not null check (kind in ('submitted', 'excluded', 'restored', 'erased')),
  actor_kind text not null check (actor_kind in ('staff', 'key', 'system', 'respondent')),
  actor_id text,
  reason text,
  foreign key (organisation_id, programme_id) references programme (organisation_id, id)
);
create index response_event_order on response_event (programme_id, commit_xid);
create index response_event_response on response_event (response_id, id);

-- What was computed and can be computed again: results, report documents, pages, PDFs. Never backed up.
create table derived_file (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  programme_id uuid not null,
  wave_id uuid,
  kind text not null check (kind in ('results', 'document', 'page', 'pdf')),
  -- Empty for results.
  language text not null default '',
  -- Empty: the weight that the study says.
  weight text not null default '',
  -- The newest response event (its transaction) that is surely in it.
  revision xid8 not null,
  definition_id uuid not null,
  product_version text not null,
  state text not null check (state in ('ready', 'failed')),
  problem text,
  key text,
  bytes bigint,
  facts jsonb not null default '{}',
  computed_at timestamptz not null,
  foreign key (organisation_id, programme_id) references programme (organisation_id, id)
);
create unique index derived_file_newest on derived_file
  (programme_id, coalesce(wave_id, '00000000-0000-0000-0000-000000000000'), kind, language, weight);
