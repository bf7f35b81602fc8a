/** What a screen on a wall asks for: how the centre is, by a key and without an account. */
package mx.gob.edomex.catgem.web.wall;
