/** The rules of the routing as versions: drafted, checked, compared, replayed, and published by two people. */
package mx.gob.edomex.catgem.rules;
