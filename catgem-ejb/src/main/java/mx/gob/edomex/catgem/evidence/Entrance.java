package mx.gob.edomex.catgem.evidence;

import jakarta.enterprise.context.RequestScoped;

/** The way by which the request came in that is being served: our screens, unless the interface for programs says so. */
@RequestScoped
public class Entrance {

    private Source source = Source.SCREEN;

    /** What people do in this request they do by a program. */
    public void byInterface() {
        source = Source.API;
    }

    Source source() {
        return source;
    }
}
