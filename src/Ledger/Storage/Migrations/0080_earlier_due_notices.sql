-- Due dates that lie behind the next cut: a statement before the last one is owed its due notice all the same. Unlike older_due_dates these
-- are nominal dates, kept also when the minimum was paid: the notice is due while the balance is not.
alter table accounts
    add column older_nominal_due_dates  date[];  -- nominal due dates after last_cut of statements before it; null for nearly every account

create index accounts_older_nominal_due_dates on accounts (account_id) where older_nominal_due_dates is not null;

-- A due date lies 31 days after its statement at most, so no other states need be unpacked.
update accounts a
set older_nominal_due_dates = older.dates
from (
    select s.account_id, array_agg(distinct s.due order by s.due) as dates
    from accounts of_state
    cross join lateral (
        select account_id, (state #>> '{lastStatement,dueDate}')::date as due
        from account_states
        where account_id = of_state.account_id and cut_date < of_state.last_cut and cut_date > of_state.last_cut - 31
        offset 0) s
    where s.due > of_state.last_cut
    group by s.account_id) older
where a.account_id = older.account_id;
