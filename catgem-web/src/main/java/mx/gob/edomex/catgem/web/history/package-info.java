/** Contacts of the years before this system: compared by month, imported, decided about and exported. */
package mx.gob.edomex.catgem.web.history;
