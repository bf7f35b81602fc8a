/** What advisors tell citizens: versioned entries (fichas) on public services and agencies, and the search over them. */
package mx.gob.edomex.catgem.knowledge;
