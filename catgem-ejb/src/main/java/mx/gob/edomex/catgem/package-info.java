/** The domains of the contact centre, one package each; nothing here knows a transport or a screen. */
package mx.gob.edomex.catgem;
