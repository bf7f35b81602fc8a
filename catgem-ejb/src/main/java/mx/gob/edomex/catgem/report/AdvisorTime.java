package mx.gob.edomex.catgem.report;

/**
 * An advisor's time in a window, in seconds.
 *
 * @param logged in any state but offline
 * @param available ready for contacts or attending them
 * @param auxiliary away with a reason
 * @param notResponding set aside by missed offers
 * @param legs contacts in hand at any moment of the window
 * @param handled the legs' own time; legs side by side each count whole, so it may exceed the clock
 */
public record AdvisorTime(
        String username,
        String name,
        double logged,
        double available,
        double auxiliary,
        double notResponding,
        int legs,
        double handled) {}
