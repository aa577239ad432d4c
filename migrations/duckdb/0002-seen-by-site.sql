-- What may be shown depends on the site's own rules and on its customer's corrections: a company is judged for each site.
create temp table seen_before as select * from company_seen;
drop table company_seen;

-- Companies that have been seen on a site, as they are shown there; `shown` holds the release rules' answer.
create table company_seen (
  customer_id integer not null,
  site_id integer not null,
  company_id varchar not null,
  shown_as varchar not null,           -- the company itself, or the one into which people merged it
  name varchar not null,
  legal_form varchar,
  postcode varchar,
  city varchar,
  country varchar,
  shown boolean not null,
  primary key (site_id, company_id)
);

insert into company_seen
  select distinct page_view.customer_id, page_view.site_id, seen_before.company_id, seen_before.company_id,
    seen_before.name, seen_before.legal_form, seen_before.postcode, seen_before.city, seen_before.country, seen_before.shown
  from page_view join seen_before on seen_before.company_id = page_view.company_id;

drop table seen_before;
