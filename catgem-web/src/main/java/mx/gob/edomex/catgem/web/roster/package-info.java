/** The roster: the week, who is on, planned against real time. */
package mx.gob.edomex.catgem.web.roster;
