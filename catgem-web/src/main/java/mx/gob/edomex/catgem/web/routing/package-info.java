/** Says in plain words why a contact was offered to an advisor. */
package mx.gob.edomex.catgem.web.routing;
