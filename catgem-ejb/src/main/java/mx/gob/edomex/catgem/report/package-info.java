/** Every figure of the centre, computed from the event ledger through one read model. */
package mx.gob.edomex.catgem.report;
