package mx.gob.edomex.catgem.contact;

/** What a command of {@link Contact} did, for the ledger. */
record StateChange(ContactState from, ContactState to) {}
