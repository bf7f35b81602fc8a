package mx.gob.edomex.catgem.evidence;

/**
 * Who acted: staff is a user name, null for the system or a citizen; role is the role used.
 */
public record Actor(String staff, String role, Source source) {

    public static final Actor SYSTEM = new Actor(null, "system", Source.SYSTEM);

    public static Actor advisor(String username) {
        return new Actor(username, "advisor", Source.SCREEN);
    }

    public static Actor officer(String username) {
        return new Actor(username, "information", Source.SCREEN);
    }

    public static Actor citizen(Source source) {
        return new Actor(null, "citizen", source);
    }

    /** The services know people at screens only; whose request came by another way acted by that one. */
    Source cameBy(Entrance entrance) {
        return source == Source.SCREEN ? entrance.source() : source;
    }
}
