package mx.gob.edomex.catgem.administration;

import jakarta.persistence.EntityManager;
import java.util.Set;
import mx.gob.edomex.catgem.shared.Sql;

/** Writes the roles and skills of an account: those that are to be, and no others. */
final class AccountRows {

    private final EntityManager entities;

    AccountRows(EntityManager entities) {
        this.entities = entities;
    }

    void roles(String username, Set<String> roles) {
        Sql.on(entities, "delete from user_role where username = :username and role not in (:roles)")
                .set("username", username)
                .set("roles", roles)
                .update();
        roles.forEach(role -> Sql.on(
                        entities,
                        "insert into user_role (username, role) values (:username, :role) on conflict do nothing")
                .set("username", username)
                .set("role", role)
                .update());
    }

    void skills(String username, AccountForm form) {
        if (!form.isAdvisor()) {
            return;
        }
        Sql.on(entities, "insert into advisor (username) values (:username) on conflict do nothing")
                .set("username", username)
                .update();
        skills(username, "CHANNEL", form.channels());
        skills(username, "LANGUAGE", form.languages());
        skills(username, "TOPIC", form.topics());
    }

    private void skills(String username, String kind, Set<String> codes) {
        Sql.on(
                        entities,
                        "delete from advisor_skill where username = :username and kind = :kind and code not in (:codes)")
                .set("username", username)
                .set("kind", kind)
                .set("codes", codes)
                .update();
        codes.forEach(code -> Sql.on(
                        entities,
                        "insert into advisor_skill (username, kind, code) values (:username, :kind, :code) on conflict do nothing")
                .set("username", username)
                .set("kind", kind)
                .set("code", code)
                .update());
    }
}
