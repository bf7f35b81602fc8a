/** What all gateways share: arrivals, entry points, conversations and their attachments. */
package mx.gob.edomex.catgem.channel;
