/** The menu of the telephone as data: what is said to whoever phones, which keys there are, and where they lead. */
package mx.gob.edomex.catgem.channel.phone.flow;
