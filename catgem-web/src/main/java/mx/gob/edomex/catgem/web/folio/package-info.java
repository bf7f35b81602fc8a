/** The pages on which contacts are found, read whole, and watched while they wait. */
package mx.gob.edomex.catgem.web.folio;
