package mx.gob.edomex.catgem.administration;

import java.util.List;

/**
 * One account in a list.
 *
 * @param openContacts in its hands, offers included
 */
public record AccountLine(
        String username,
        String staffNumber,
        String displayName,
        List<String> roles,
        boolean enabled,
        boolean mustChange,
        int openContacts) {}
