/** The e-mail channel: mails come in by IMAP exactly once, answers go out by SMTP at least once. */
package mx.gob.edomex.catgem.channel.mail;
