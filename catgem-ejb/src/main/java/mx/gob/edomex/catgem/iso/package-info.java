/** What an auditor of ISO 9001 asks for, put together from those who know it: reports ISO-01 to ISO-07 and the maps of clauses. */
package mx.gob.edomex.catgem.iso;
