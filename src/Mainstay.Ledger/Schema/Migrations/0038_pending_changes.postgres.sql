-- Question  Which change was begun on a ledger spread over servers, and did not end?
-- Grain     one row per change under way or interrupted; import_number null: settings
create table pending_changes (
    import_number  bigint
);
