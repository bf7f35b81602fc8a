-- Who answers for what in the try-out.
insert into target_change (measure, target, owner, grounds, changed_by)
select t.measure, t.target, o.owner, 'Al empezar la prueba', 'supervisora'
from figure_target t join (values ('SATISFACTION', 'supervisora'), ('UPDATES', 'informacion1'),
                                  ('ANSWER_IN_TIME', 'coordinadora1')) as o (measure, owner) on o.measure = t.measure;
