/** A past day again, in virtual time and under other rules of the routing, before these are published. */
package mx.gob.edomex.catgem.replay;
