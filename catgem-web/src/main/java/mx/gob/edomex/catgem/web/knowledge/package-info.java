/** The information officers' pages: updates by procedure ABD, tasks, reviews, work log, and the history of entries. */
package mx.gob.edomex.catgem.web.knowledge;
