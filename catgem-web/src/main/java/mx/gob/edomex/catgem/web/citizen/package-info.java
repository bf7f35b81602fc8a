/** What a citizen may look up without an account. */
package mx.gob.edomex.catgem.web.citizen;
