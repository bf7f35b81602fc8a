/** Procedures as data, and the one append-only ledger in which every state change and procedure step is recorded. */
package mx.gob.edomex.catgem.evidence;
