-- Page views and events of identified companies. One row a hit; a visit is the rows of one visit_id.
-- No column can hold an address, a prefix or a whitelist object key (privacy promise 2).
create table page_view (
  customer_id integer not null,
  site_id integer not null,
  company_id varchar not null,
  visit_id ubigint not null,           -- random, never derived from an address
  occurred_at timestamp_ms not null,   -- UTC
  first_of_visit boolean not null,
  name varchar not null,               -- 'pageview' or the name of an event
  host varchar not null,
  path varchar not null,
  referrer_host varchar,
  campaign_source varchar,
  campaign_medium varchar,
  campaign_name varchar,
  whitelist_version varchar not null
);

-- Counters of a site by hour: separate marginals, never one row with all of them (privacy promise 1).
-- dimension: outcome (value: a SiteOutcome) | path | referrer | campaign.
create table anonymous_count (
  customer_id integer not null,
  site_id integer not null,
  hour timestamp_s not null,           -- UTC, start of the hour
  dimension varchar not null,
  value varchar not null,
  hits uinteger not null,
  primary key (site_id, hour, dimension, value)
);

-- Objections and unknown sites: one number a reason and day for the whole installation (privacy promise 8).
create table installation_count (
  day date not null,
  outcome varchar not null,
  hits uinteger not null,
  primary key (day, outcome)
);

-- Companies that have been seen, as the whitelist in force describes them; `shown` holds the release rules' answer.
create table company_seen (
  company_id varchar primary key,
  name varchar not null,
  legal_form varchar,
  postcode varchar,
  city varchar,
  country varchar,
  shown boolean not null
);

-- Hours with counters that have not been folded yet (values under 3 become '(other)' once the hour is over).
create table open_hour (
  hour timestamp_s primary key
);

-- Up to where the durable log has been absorbed, in the same transaction as the rows themselves.
create table absorbed (
  segment ubigint not null,
  position ubigint not null
);
