/** The screen of mails in quarantine. */
package mx.gob.edomex.catgem.web.mail;
