create table business_unit (
  id        varchar(64)  not null primary key,
  name      varchar(160) not null,
  parent_id varchar(64)  references business_unit (id)
);

create table channel_partner (
  id               varchar(64)  not null primary key,
  name             varchar(160) not null,
  business_unit_id varchar(64)  not null references business_unit (id),
  -- lets teams and users be held to the unit of their partner
  unique (id, business_unit_id)
);

create table team (
  id               varchar(64)  not null primary key,
  name             varchar(160) not null,
  business_unit_id varchar(64)  not null references business_unit (id),
  partner_id       varchar(64),
  foreign key (partner_id, business_unit_id) references channel_partner (id, business_unit_id) on update cascade
);

create table app_user (
  id               varchar(64)  not null primary key,
  name             varchar(160) not null,
  email            varchar(100),
  business_unit_id varchar(64)  not null references business_unit (id),
  partner_id       varchar(64),
  active           boolean      not null,
  -- null: cannot log in with a password
  password_hash    varchar(200),
  foreign key (partner_id, business_unit_id) references channel_partner (id, business_unit_id) on update cascade
);

create table app_user_role (
  user_id varchar(64) not null references app_user (id),
  role    varchar(20) not null,
  primary key (user_id, role)
);

create table team_member (
  team_id varchar(64) not null references team (id),
  user_id varchar(64) not null references app_user (id),
  primary key (team_id, user_id)
);
create index team_member_user on team_member (user_id);

-- Every lead has an owner from its first moment, so every database has a team and a unit for it.
insert into business_unit (id, name) values ('root', 'Organization');
insert into team (id, name, business_unit_id) values ('triage', 'Lead desk', 'root');
