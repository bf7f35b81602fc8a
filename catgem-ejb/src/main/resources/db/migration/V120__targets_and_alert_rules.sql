-- What the centre aims at, proposals that a supervisor may change; at_most says on which side of it is good.
create table figure_target (
  measure  text primary key,
  target   double precision not null check (target > 0),
  at_most  boolean not null default false
);
insert into figure_target (measure, target, at_most) values
  ('SERVICE_LEVEL', 0.80, false),
  ('ABANDON_RATE', 0.05, true),
  ('SATISFACTION', 0.975, false),
  ('ANSWER_IN_TIME', 0.90, false),
  ('UPDATES', 0.90, false);

-- When the centre alerts by itself. The condition is code; how much of it, for how long and how loudly is data.
-- since and raised_at tell the stretch in which the condition holds: it is alerted once, whoever ends the alert.
create table alert_rule (
  kind       text primary key,
  enabled    boolean not null default true,
  threshold  int not null check (threshold >= 0),
  minutes    int not null default 0 check (minutes between 0 and 120),
  severity   text not null check (severity in ('INFO', 'WARNING', 'CRITICAL')),
  sound      boolean not null,
  since      timestamptz,
  raised_at  timestamptz
);
insert into alert_rule (kind, threshold, minutes, severity, sound) values
  ('SERVICE_LEVEL_LOW', 80, 5, 'WARNING', true),
  ('OLDEST_WAIT_LONG', 150, 0, 'WARNING', true),
  ('NOBODY_AVAILABLE', 1, 1, 'CRITICAL', true),
  ('QUEUE_LONG', 25, 2, 'WARNING', false),
  ('ABANDON_RATE_HIGH', 10, 5, 'WARNING', false),
  ('HAND_WAITING', 1, 2, 'INFO', true);
