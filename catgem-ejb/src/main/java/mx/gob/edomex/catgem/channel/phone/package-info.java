/**
 * The telephone: calls on the centre's exchange (conmutador), an Asterisk driven by its REST interface (ARI). Without an
 * exchange advisors dial on a telephone of their own, and nothing here does anything.
 */
package mx.gob.edomex.catgem.channel.phone;
