package mx.gob.edomex.catgem.workforce;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.workforce.Skills.Kind;
import mx.gob.edomex.catgem.workforce.Skills.Skill;

/** What every advisor of the centre can attend, whether at work or not. */
@Stateless
@PermitAll
public class SkillBook {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    /**
     * An advisor and what they can.
     *
     * @param reserve a coordinator
     */
    public record Profile(String username, String name, boolean reserve, List<Skill> list) {

        public Skills skills() {
            return new Skills(list);
        }

        /** As the routing would see them if they were at work with nothing in hand. */
        public StaffedAdvisor ready(Instant idleSince) {
            return new StaffedAdvisor(username, true, false, reserve, 100, idleSince, 0, false, List.of(), skills());
        }
    }

    /** Everybody whose account is open, by user name. */
    public List<Profile> profiles() {
        Map<String, Profile> profiles = new LinkedHashMap<>();
        Sql.on(
                        entities,
                        """
                        select a.username, u.display_name,
                          exists (select 1 from user_role r where r.username = a.username and r.role = 'coordinator') as reserve,
                          s.kind, s.code, s.level, s.valid_from, least(s.valid_until, t.agreement_until) as valid_until
                        from advisor a join app_user u using (username)
                        join user_role o on o.username = a.username and o.role = 'advisor'
                        left join advisor_skill s on s.username = a.username
                        left join topic t on s.kind = 'TOPIC' and t.code = s.code
                        where u.enabled order by a.username, s.kind, s.code
                        """)
                .list(row -> {
                    Profile profile = profiles.computeIfAbsent(
                            row.text("username"),
                            name -> new Profile(
                                    name, row.text("display_name"), row.flag("reserve"), new ArrayList<>()));
                    if (row.text("code") != null) {
                        profile.list()
                                .add(new Skill(
                                        row.constant("kind", Kind.class),
                                        row.text("code"),
                                        row.number("level"),
                                        row.instant("valid_from"),
                                        row.instant("valid_until")));
                    }
                    return profile;
                });
        return List.copyOf(profiles.values());
    }
}
