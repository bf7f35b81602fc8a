/** The telephone. Until the centre has its own exchange here, advisors dial on a telephone of their own. */
package mx.gob.edomex.catgem.channel.phone;
