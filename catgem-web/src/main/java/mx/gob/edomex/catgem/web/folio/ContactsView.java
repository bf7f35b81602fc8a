package mx.gob.edomex.catgem.web.folio;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.contact.ContactFilter;
import mx.gob.edomex.catgem.contact.ContactLine;
import mx.gob.edomex.catgem.contact.ContactPage;
import mx.gob.edomex.catgem.contact.ContactQueries;
import mx.gob.edomex.catgem.contact.ContactState;
import mx.gob.edomex.catgem.contact.CursorInvalid;
import mx.gob.edomex.catgem.contact.ListChoices;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.LocalDay;

/** The list of contacts; everything asked for is in the address, so that a search can be kept, sent and gone back to. */
@Named
@RequestScoped
public class ContactsView {

    private static final int PAGE = 50;

    @Inject
    ContactQueries contacts;

    @Inject
    Installation installation;

    @Inject
    Clock clock;

    private String text;
    private String state;
    private String channel;
    private String topic;
    private String advisor;
    private String since;
    private String until;
    private String cursor;

    private ContactPage page;
    private Integer found;
    private ListChoices choices;

    /** The page asked for; a cursor that is not ours shows the first page. */
    public ContactPage getPage() {
        if (page == null) {
            try {
                page = contacts.list(filter(cursor), FolioWords.language());
            } catch (CursorInvalid e) {
                cursor = null;
                page = contacts.list(filter(null), FolioWords.language());
            }
        }
        return page;
    }

    public int getFound() {
        if (found == null) {
            found = contacts.count(filter(null));
        }
        return found;
    }

    public boolean isMoreThanCounted() {
        return getFound() > ContactQueries.COUNTED;
    }

    public int getCounted() {
        return ContactQueries.COUNTED;
    }

    public ListChoices getChoices() {
        if (choices == null) {
            choices = contacts.choices(FolioWords.language());
        }
        return choices;
    }

    public List<ContactState> getStates() {
        return Arrays.asList(ContactState.values());
    }

    public List<Channel> getChannels() {
        return Arrays.asList(Channel.values());
    }

    public boolean isFiltered() {
        return Stream.of(text, state, channel, topic, advisor, since, until).anyMatch(value -> !isBlank(value));
    }

    /** Seconds a contact waited, or has waited until now. */
    public long waited(ContactLine line) {
        return line.waited(clock.instant()).toSeconds();
    }

    /** Indicator 3 of the contact in seconds, or null while there is no answer. */
    public Long answer(ContactLine line) {
        return line.connectedAt() == null || line.deliveredAt() == null
                ? null
                : Duration.between(line.connectedAt(), line.deliveredAt()).toSeconds();
    }

    private ContactFilter filter(String after) {
        ZoneId zone = installation.timeZone();
        return new ContactFilter(
                state,
                Arrays.stream(Channel.values())
                        .filter(known -> known.name().equals(channel))
                        .findFirst()
                        .orElse(null),
                topic,
                advisor,
                text,
                day(since, zone).map(LocalDay::start).orElse(null),
                day(until, zone).map(LocalDay::end).orElse(null),
                after,
                PAGE);
    }

    private static Optional<LocalDay> day(String text, ZoneId zone) {
        try {
            return isBlank(text) ? Optional.empty() : Optional.of(new LocalDay(LocalDate.parse(text), zone));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isBlank(String value) {
        return value == null || value.isBlank();
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public String getChannel() {
        return channel;
    }

    public void setChannel(String channel) {
        this.channel = channel;
    }

    public String getTopic() {
        return topic;
    }

    public void setTopic(String topic) {
        this.topic = topic;
    }

    public String getAdvisor() {
        return advisor;
    }

    public void setAdvisor(String advisor) {
        this.advisor = advisor;
    }

    public String getSince() {
        return since;
    }

    public void setSince(String since) {
        this.since = since;
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }

    public String getCursor() {
        return cursor;
    }

    public void setCursor(String cursor) {
        this.cursor = cursor;
    }
}
