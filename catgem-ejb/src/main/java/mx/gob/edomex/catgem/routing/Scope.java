package mx.gob.edomex.catgem.routing;

/**
 * Who may be given a contact at one moment of its waiting.
 *
 * @param step how many widening steps are in force: 0 is the contact's own skills at the level wanted
 * @param level the least level of every skill, 1 to 5
 * @param neighbours also by a neighbouring topic
 * @param reserve coordinators too
 * @param everyone whatever the topic; channel and language must be known always
 */
public record Scope(int step, int level, boolean neighbours, boolean reserve, boolean everyone) {

    public static Scope narrowest(int level) {
        return new Scope(0, level, false, false, false);
    }

    /** This scope with one more step in force. */
    public Scope with(WideningStep next) {
        return switch (next.kind()) {
            case DROP_LEVEL -> new Scope(step + 1, Math.min(level, next.level()), neighbours, reserve, everyone);
            case NEIGHBOURS -> new Scope(step + 1, level, true, reserve, everyone);
            case RESERVE -> new Scope(step + 1, level, neighbours, true, everyone);
            case EVERYONE -> new Scope(step + 1, 1, true, true, true);
        };
    }
}
