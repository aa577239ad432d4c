-- What a site has set up about collecting: parameters, milestones, page groups, properties of events. JSON; what is absent is empty.
alter table site add column collection text not null default '{}';
