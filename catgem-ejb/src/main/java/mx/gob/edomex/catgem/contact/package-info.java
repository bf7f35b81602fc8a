/** The contact (atención) and its life cycle, from the universal queue to its disposition. */
package mx.gob.edomex.catgem.contact;
