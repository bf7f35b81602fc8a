package mx.gob.edomex.catgem.administration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.shared.Sql;

/** Reads accounts: supervisors administer them, support looks who there is. */
@Stateless
@RolesAllowed({Roles.SUPERVISOR, Roles.SUPPORT})
public class AccountQueries {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    /**
     * By name, enabled ones first.
     *
     * @param text part of a name, user name or staff number, without regard to accents and case; may be empty
     * @param role one role, or empty for all
     * @param enabled null for both
     */
    public List<AccountLine> list(String text, String role, Boolean enabled) {
        return Sql.on(
                        entities,
                        """
                        select u.username, u.staff_number, u.display_name, u.enabled, u.must_change,
                          (select string_agg(role, ',' order by role) from user_role r where r.username = u.username)
                            as roles,
                          (select count(*) from contact c where c.advisor = u.username and c.closed_at is null) as contacts
                        from app_user u
                        where (:text = '' or search_fold(u.display_name) like '%' || search_fold(:text) || '%'
                               or u.username like '%' || lower(:text) || '%'
                               or lower(u.staff_number) like lower(:text) || '%')
                          and (:role = '' or exists (select 1 from user_role r where r.username = u.username and r.role = :role))
                          and (cast(:enabled as boolean) is null or u.enabled = cast(:enabled as boolean))
                        order by u.enabled desc, search_fold(u.display_name), u.username
                        """)
                .set("text", text == null ? "" : text.strip())
                .set("role", role == null ? "" : role)
                .set("enabled", enabled == null ? null : enabled.toString())
                .list(row -> new AccountLine(
                        row.text("username"),
                        row.text("staff_number"),
                        row.text("display_name"),
                        List.copyOf(codes(row.text("roles"))),
                        row.flag("enabled"),
                        row.flag("must_change"),
                        row.number("contacts")));
    }

    /** @throws AccountUnknown when nobody has it */
    public AccountCard one(String username) {
        return Sql.on(
                        entities,
                        """
                        select u.username, u.staff_number, u.display_name, u.enabled, u.must_change, u.language,
                          u.credential_epoch, cast(u.valid_from as text) as valid_from,
                          cast(u.valid_until as text) as valid_until, may_enter(u) as enters,
                          (select string_agg(role, ',') from user_role r where r.username = u.username) as roles,
                          (select string_agg(code, ',') from advisor_skill s
                            where s.username = u.username and kind = 'CHANNEL') as channels,
                          (select string_agg(code, ',') from advisor_skill s
                            where s.username = u.username and kind = 'LANGUAGE') as languages,
                          (select string_agg(code, ',') from advisor_skill s
                            where s.username = u.username and kind = 'TOPIC') as topics,
                          (select count(*) from contact c where c.advisor = u.username and c.closed_at is null) as contacts
                        from app_user u where u.username = :username
                        """)
                .set("username", username)
                .first(row -> new AccountCard(
                        row.text("username"),
                        new AccountForm(
                                row.text("staff_number"),
                                row.text("display_name"),
                                row.constant("language", Language.class),
                                codes(row.text("roles")),
                                codes(row.text("channels")),
                                codes(row.text("languages")),
                                codes(row.text("topics")),
                                new AccountForm.Period(day(row.text("valid_from")), day(row.text("valid_until")))),
                        row.flag("enabled"),
                        row.flag("enters"),
                        row.flag("must_change"),
                        row.number("credential_epoch"),
                        row.number("contacts")))
                .orElseThrow(AccountUnknown::new);
    }

    /** Active topics that no enabled advisor has among their skills: whoever asks about them would wait for ever. */
    public List<String> topicsWithoutAdvisor() {
        return Sql.on(
                        entities,
                        """
                        select code from topic t where active and not exists (
                          select 1 from advisor_skill s join app_user u using (username)
                          join user_role r on r.username = s.username and r.role = 'advisor'
                          where u.enabled and s.kind = 'TOPIC' and s.code = t.code) order by code
                        """)
                .list(row -> row.text("code"));
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static Set<String> codes(String list) {
        return list == null ? Set.of() : new TreeSet<>(Arrays.asList(list.split(",", -1)));
    }
}
