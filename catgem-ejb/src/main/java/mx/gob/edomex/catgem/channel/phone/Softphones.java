package mx.gob.edomex.catgem.channel.phone;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * Accounts of telephones in browsers, and where each advisor takes calls. An advisor has one account at most: it belongs
 * to the page that asked last, and is over when that page has not been heard of for a while, or after a long shift.
 * Names are made up, so that nothing at the exchange tells who it is.
 */
@Stateless
@PermitAll
public class Softphones {

    /** A page's socket says every 20 s that it is there. */
    static final Duration UNUSED = Duration.ofSeconds(90);

    /** The longest shift, with what it may be prolonged by. */
    static final Duration SHIFT = Duration.ofHours(14);

    private static final String PREFIX = "catgem-w-";

    /** An endpoint that there is not: whoever has chosen the browser and has none open is not called elsewhere. */
    static final String NONE = PREFIX + "none";

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Clock clock;

    /** Whether the advisor takes calls in the browser; null when they have never chosen. */
    public Boolean inBrowser(String advisor) {
        return Sql.on(entities, "select browser from telephone_choice where advisor = :advisor")
                .set("advisor", advisor)
                .first(row -> row.flag("browser"))
                .orElse(null);
    }

    /** From the next call on. What the browser had is over when calls are to go to the desk's telephone. */
    public void choose(String advisor, boolean browser) {
        Sql.on(
                        entities,
                        """
                        insert into telephone_choice (advisor, browser, chosen_at) values (:advisor, :browser, :now)
                        on conflict (advisor) do update set browser = :browser, chosen_at = :now
                          where telephone_choice.browser <> :browser
                        """)
                .set("advisor", advisor)
                .set("browser", browser)
                .set("now", clock.instant())
                .update();
        if (!browser) {
            endThoseOf(advisor);
        }
    }

    /** The browser is no telephone any more, for nobody: the exchange is not reached by browsers. */
    public void chooseDesksForAll() {
        Sql.on(entities, "delete from telephone_choice where browser").update();
        Sql.on(entities, "update softphone set ready = false, ended_at = :now where ended_at is null")
                .set("now", clock.instant())
                .update();
    }

    /** @return the name of a new account; the advisor's earlier one is over */
    public String begin(String advisor) {
        endThoseOf(advisor);
        String name = PREFIX + UUID.randomUUID();
        Instant now = clock.instant();
        Sql.on(entities, "insert into softphone (name, advisor, made_at, used_at) values (:name, :advisor, :now, :now)")
                .set("name", name)
                .set("advisor", advisor)
                .set("now", now)
                .update();
        return name;
    }

    private void endThoseOf(String advisor) {
        Sql.on(
                        entities,
                        "update softphone set ready = false, ended_at = :now where advisor = :advisor and ended_at is null")
                .set("advisor", advisor)
                .set("now", clock.instant())
                .update();
    }

    /** The page is there. @return whether it is the advisor's account, and not over */
    public boolean used(String name, String advisor) {
        return Sql.on(
                                entities,
                                """
                                update softphone set used_at = :now
                                where name = :name and advisor = :advisor and ended_at is null
                                """)
                        .set("name", name)
                        .set("advisor", advisor)
                        .set("now", clock.instant())
                        .update()
                == 1;
    }

    /** Whether a call would be heard in the page. */
    public void ready(String name, String advisor, boolean ready) {
        Sql.on(
                        entities,
                        """
                        update softphone set ready = :ready
                        where name = :name and advisor = :advisor and ended_at is null and ready <> :ready
                        """)
                .set("name", name)
                .set("advisor", advisor)
                .set("ready", ready)
                .update();
    }

    /** Whether a call is at the advisor's telephone, as far as is known here. */
    public boolean isInCall(String advisor) {
        return Sql.on(
                        entities,
                        """
                        select 1 from phone_call c left join call_listener l on l.contact_id = c.contact_id
                        where c.ended_at is null and c.phase in ('CALLING', 'TALKING')
                          and :advisor in (c.advisor, c.colleague, l.staff)
                        """)
                .set("advisor", advisor)
                .exists();
    }

    /** The session or the page is over. */
    public void end(String name) {
        Sql.on(entities, "update softphone set ready = false, ended_at = :now where name = :name and ended_at is null")
                .set("name", name)
                .set("now", clock.instant())
                .update();
    }

    /**
     * Those of pages that are gone without a word, and those of yesterday. What is noted of their advisors at the commit
     * changes the rows of these: they are locked in the order of their names, as everywhere.
     */
    public void endForgotten() {
        Instant now = clock.instant();
        forgotten("select advisor from softphone where %s order by advisor for no key update", now)
                .list(row -> row.text("advisor"))
                .stream()
                .sorted()
                .forEach(this::lock);
        forgotten("update softphone set ready = false, ended_at = :now where %s", now)
                .set("now", now)
                .update();
    }

    private Sql forgotten(String statement, Instant now) {
        return Sql.on(entities, statement.formatted("ended_at is null and (used_at < :unused or made_at < :shift)"))
                .set("unused", now.minus(UNUSED))
                .set("shift", now.minus(SHIFT));
    }

    private void lock(String advisor) {
        Sql.on(entities, "select 1 from advisor where username = :advisor for no key update")
                .set("advisor", advisor)
                .exists();
    }

    /** Accounts that are over, and that the exchange may still know. */
    public List<String> over() {
        return Sql.on(entities, "select name from softphone where ended_at is not null order by ended_at")
                .list(row -> row.text("name"));
    }

    /** The exchange knows it no more. */
    public void forget(String name) {
        Sql.on(entities, "delete from softphone where name = :name and ended_at is not null")
                .set("name", name)
                .update();
    }

    /** Where the advisor's telephone is: a user name for the one on the desk, else what the exchange calls it. */
    public String telephoneOf(String advisor) {
        return Sql.on(
                        entities,
                        """
                        select coalesce(s.name, :none) as name from telephone_choice t
                        left join softphone s on s.advisor = t.advisor and s.ended_at is null
                        where t.advisor = :advisor and t.browser
                        """)
                .set("advisor", advisor)
                .set("none", NONE)
                .first(row -> "PJSIP/" + row.text("name"))
                .orElse(advisor);
    }
}
