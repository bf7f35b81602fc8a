package mx.gob.edomex.catgem.web.shell;

/** A word is due on every socket of this node's pages, which answer it: silent ones are cut by servers and proxies. */
public record SocketBeat() {}
