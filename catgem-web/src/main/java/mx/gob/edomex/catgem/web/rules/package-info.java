/** Screens of the rules of the routing: versions, drafts, and days replayed. */
package mx.gob.edomex.catgem.web.rules;
