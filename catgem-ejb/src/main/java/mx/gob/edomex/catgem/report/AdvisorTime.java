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
 * @param staffed available or with a contact live: what occupancy is a part of
 */
public record AdvisorTime(
        String username,
        String name,
        double logged,
        double available,
        double auxiliary,
        double notResponding,
        int legs,
        double handled,
        double staffed) {

    /** A proportion 0 to 1; null for who was neither available nor had a contact. */
    public Double occupancy() {
        return staffed > 0 ? Double.valueOf(handled / staffed) : null;
    }
}
