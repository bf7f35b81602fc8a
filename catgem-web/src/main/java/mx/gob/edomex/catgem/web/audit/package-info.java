/** Internal audits: the programme, each audit with its sample, and the folios that are examined. */
package mx.gob.edomex.catgem.web.audit;
