-- What people say against the whitelist. A row is never deleted: undoing it is written down beside it.
create table correction (
  id integer primary key,
  customer_id integer references customer (id), -- null: the operator's, for the whole installation
  company_id text not null,
  company_name text not null,          -- the company as it was called and where it was when it was corrected
  company_postcode text,
  company_city text,
  company_country text,
  change text not null,                -- JSON, CorrectionChange of contracts/corrections.ts
  reason text not null,
  author_id integer references person (id) on delete set null,
  author text,                         -- the author's e-mail address then; null: read from a file
  created_at text not null,
  undone_at text,
  undone_by text
) strict;
create index correction_of_company on correction (company_id);

-- What an organisation says about being shown. No address, no network: whoever filed it was looked up and forgotten.
create table organisation_objection (
  id integer primary key,
  company_id text not null,
  company_name text not null,
  token text not null unique,          -- no secret: the organisation publishes it on its domain
  state text not null,                 -- pending, confirmed, declined, expired
  filed_at text not null,
  hidden_until text not null,          -- filed_at itself where it hides nothing
  decided_at text,
  decided_by text
) strict;
create index objection_of_company on organisation_objection (company_id);

-- What a site chose of the release rules; null: what the operator asks for.
alter table site add column shown_kinds text not null default '["company"]'; -- JSON list
alter table site add column size_evidence text;
alter table site add column minimum_employees integer;
alter table site add column minimum_confidence real;

-- Operators see withheld records and decide for all customers. Whoever was here first is one.
alter table person add column is_operator integer not null default 0;
update person set is_operator = 1 where id = (select min(id) from person);
