-- Question  Who are the people of a file of facts, as far as the ledger knows them?
-- Grain     one row per person with a live identity
-- Params    none
-- Note      of several the one from the order files stands; else that of the first source
select person_kind, person_key, identity_id, customer_id, kind, identity_key, source
from   (select asked.person_kind, asked.person_key, identity.identity_id, identity.customer_id, identity.kind,
               identity.identity_key, identity.source,
               row_number() over (partition by asked.person_kind, asked.person_key
                                  order by case when identity.source = 'orders' then 0 else 1 end,
                                           case when identity.kind = asked.person_kind then 0 else 1 end,
                                           identity.source collate "C", identity.identity_id) as place
        from   asked_people asked
        join   identities identity on identity.identity_key = asked.identity_key
        where  identity.live) ranked
where  place = 1;
