/** Proof for who trusts nobody: evidence bundles to take away, and the checkpoint of the day to the control body. */
package mx.gob.edomex.catgem.quality.proof;
