-- Readers that must not skip a late commit take the ledger by transaction, not by identity.
create index event_by_xact on event (xact);
