/** The pure engine of the universal queue (fila universal): order, eligibility and choice, without container. */
package mx.gob.edomex.catgem.routing;
