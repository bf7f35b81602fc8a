package mx.gob.edomex.catgem.report;

/**
 * An advisor's time in a window, in seconds.
 *
 * @param logged in any state but offline
 * @param available ready for contacts or attending them
 * @param auxiliary away with a reason
 * @param notResponding set aside by missed offers
 * @param legs contacts live at any moment of the window
 * @param handled while at least one contact was live; legs side by side share it, so the parts of all add up to it
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
