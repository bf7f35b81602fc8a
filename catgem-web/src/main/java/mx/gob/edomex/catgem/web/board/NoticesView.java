package mx.gob.edomex.catgem.web.board;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.workforce.CentreNotices;

/** Notices to all desks: written, withdrawn, and who has read them. */
@Named
@RequestScoped
public class NoticesView {

    @Inject
    HttpServletRequest request;

    @Inject
    BoardAnswer answer;

    @Inject
    CentreNotices notices;

    @Inject
    Installation installation;

    @Inject
    Clock clock;

    private List<CentreNotices.Notice> all;
    private String text;
    private String from;
    private String to;
    private String refused;

    public List<CentreNotices.Notice> getAll() {
        if (all == null) {
            all = notices.latest();
        }
        return all;
    }

    public String publish() {
        Optional<String> why = answer.refusal(() -> notices.publish(
                text, instant(getFrom()).orElse(null), instant(getTo()).orElse(null)));
        refused = why.orElse(null);
        return why.isPresent() ? null : "/notices.xhtml?faces-redirect=true&done=published";
    }

    public String withdraw() {
        notices.withdraw(UUID.fromString(request.getParameter("notice")));
        return "/notices.xhtml?faces-redirect=true&done=withdrawn";
    }

    /** Of the notice in the address. */
    public List<CentreNotices.Reader> getReaders() {
        return getShown() == null ? List.of() : notices.readers(getShown().id());
    }

    /** The notice whose readers are asked for, or null. */
    public CentreNotices.Notice getShown() {
        return getAll().stream()
                .filter(one -> one.id().toString().equals(request.getParameter("id")))
                .findFirst()
                .orElse(null);
    }

    /** {@code published, withdrawn} or null. */
    public String getDone() {
        String done = request.getParameter("done");
        return "published".equals(done) || "withdrawn".equals(done) ? done : null;
    }

    public String getRefused() {
        return refused;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getFrom() {
        return from == null ? local(clock.instant()) : from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    /** Eight hours, a shift, unless said otherwise. */
    public String getTo() {
        return to == null ? local(clock.instant().plus(Duration.ofHours(8))) : to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    private String local(Instant instant) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT)
                .format(instant.atZone(installation.timeZone()));
    }

    private Optional<Instant> instant(String local) {
        try {
            return Optional.of(
                    LocalDateTime.parse(local).atZone(installation.timeZone()).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
