-- Example levels: everyone is expert in general information; in the other topics one advisor in three is expert, one
-- experienced and one new, and of those who speak English one in two fluently.
update advisor_skill s set level = case (a.n + t.n) % 3 when 0 then 5 when 1 then 3 else 2 end
from (select username, row_number() over (order by username) as n from advisor) a,
     (select code, row_number() over (order by code) as n from topic) t
where s.username = a.username and s.kind = 'TOPIC' and s.code = t.code and s.code <> 'GENERAL';
update advisor_skill s set level = case a.n % 2 when 0 then 5 else 3 end
from (select username, row_number() over (order by username) as n from advisor
      where exists (select 1 from advisor_skill e where e.username = advisor.username and e.code = 'EN')) a
where s.username = a.username and s.kind = 'LANGUAGE' and s.code = 'EN';
