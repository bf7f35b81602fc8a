/** The Merkle log behind the ledger: tree, signed checkpoints, witnesses and the readings that find what was altered. */
package mx.gob.edomex.catgem.evidence.log;
