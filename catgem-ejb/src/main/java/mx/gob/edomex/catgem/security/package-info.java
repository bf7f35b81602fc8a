/** Who may do what, who is calling, and how a citizen's personal data are sealed and erased. */
package mx.gob.edomex.catgem.security;
