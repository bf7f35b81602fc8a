/** The citizen's side of the chat: public page, widget, socket, and long polling where no socket gets through. */
package mx.gob.edomex.catgem.web.chat;
