package mx.gob.edomex.catgem.contact;

import java.util.List;

/** What a list of contacts can be narrowed by, as its reader may know it. */
public record ListChoices(List<Choice> topics, List<Choice> advisors) {

    /** A code or user name, and its name in the reader's language. */
    public record Choice(String code, String name) {}
}
