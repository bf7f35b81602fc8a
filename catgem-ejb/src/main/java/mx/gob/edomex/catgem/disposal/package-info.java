/**
 * Erasure of a person's data as an archival act: asked for by one person on a legal ground, carried out by another, kept
 * on record for ever. What stays are the steps of the procedures, in which nobody is named.
 */
package mx.gob.edomex.catgem.disposal;
