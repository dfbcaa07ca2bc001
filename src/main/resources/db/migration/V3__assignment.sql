-- One row per team. Taking a turn begins by counting it here, which is also the lock of the pool.
create table pool (
  team_id varchar(64) not null primary key references team (id),
  turn    bigint      not null
);

-- The place of each member: the lowest last_turn has waited longest. Leaving the team gives the place up. turns counts
-- how often a member was given one, from the level of the others when he joined: shares are compared by it.
create table pool_member (
  team_id   varchar(64) not null references pool (team_id),
  user_id   varchar(64) not null,
  last_turn bigint      not null,
  turns     bigint      not null,
  primary key (team_id, user_id),
  foreign key (team_id, user_id) references team_member (team_id, user_id) on delete cascade
);

insert into pool (team_id, turn) select id, 0 from team;
