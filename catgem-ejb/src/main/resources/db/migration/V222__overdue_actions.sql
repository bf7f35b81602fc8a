-- Corrective actions that are not done on their day alert as everything else does.
insert into alert_rule (kind, threshold, minutes, severity, sound) values ('ACTION_OVERDUE', 1, 0, 'WARNING', false);
