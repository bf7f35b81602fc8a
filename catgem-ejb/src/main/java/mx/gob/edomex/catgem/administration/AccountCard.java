package mx.gob.edomex.catgem.administration;

/**
 * One account, with all that can be changed of it.
 *
 * @param openContacts in its hands, offers included
 */
public record AccountCard(
        String username, AccountForm form, boolean enabled, boolean mustChange, int epoch, int openContacts) {}
