/** Internal audits: their programme, who may do them, a sample that anybody can draw again, and what they found. */
package mx.gob.edomex.catgem.audit;
