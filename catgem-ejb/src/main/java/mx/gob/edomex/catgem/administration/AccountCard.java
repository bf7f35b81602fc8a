package mx.gob.edomex.catgem.administration;

/**
 * One account, with all that can be changed of it.
 *
 * @param enters it lets in now: enabled, and within its period
 * @param openContacts in its hands, offers included
 */
public record AccountCard(
        String username,
        AccountForm form,
        boolean enabled,
        boolean enters,
        boolean mustChange,
        int epoch,
        int openContacts) {}
