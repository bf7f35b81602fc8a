/** The advisor's desk (escritorio): one page, updated in fragments, on which a contact is received, answered and closed. */
package mx.gob.edomex.catgem.web.desk;
