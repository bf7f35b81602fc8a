/** Message adapters behind the ports that the domains declare, and the message consumers. */
package mx.gob.edomex.catgem.jms;
