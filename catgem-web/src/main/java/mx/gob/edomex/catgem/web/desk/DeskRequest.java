package mx.gob.edomex.catgem.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.web.shell.PageLanguage;

/**
 * What the page asks. It names the contact it shows in every request, so the server keeps no state of the desk: a
 * reload, a second tab or another node shows the same.
 */
@RequestScoped
public class DeskRequest {
    @Inject
    HttpServletRequest request;

    @Inject
    PageLanguage language;

    public String text(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    /** Words or codes separated by blanks. */
    public List<String> words(String name) {
        return Stream.of(text(name).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** @throws IllegalArgumentException when the page sent something else than an id */
    public UUID id(String name) {
        return UUID.fromString(text(name));
    }

    /** @return null when nothing was chosen */
    public <E extends Enum<E>> E constant(String name, Class<E> type) {
        return text(name).isEmpty() ? null : Enum.valueOf(type, text(name));
    }

    public Optional<ContactId> contact() {
        return text("contact").isEmpty() ? Optional.empty() : Optional.of(new ContactId(id("contact")));
    }

    public ContactId requiredContact() {
        return new ContactId(id("contact"));
    }

    /** The language the advisor reads the screen in; the contact's own may be another. */
    public Language reader() {
        return Language.of(language.getLocale());
    }
}
