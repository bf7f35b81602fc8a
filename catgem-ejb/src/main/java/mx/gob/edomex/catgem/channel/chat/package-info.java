/** The citizen's chat: sessions without an account, messages once and in order, transcripts, and the wait told as a band. */
package mx.gob.edomex.catgem.channel.chat;
