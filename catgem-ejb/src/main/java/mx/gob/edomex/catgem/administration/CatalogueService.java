package mx.gob.edomex.catgem.administration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * Changes the centre's catalogues. A row is added, changed or withdrawn, never deleted; what it was is kept, so that the
 * last change can be undone.
 */
@Stateless
@RolesAllowed({Roles.SUPERVISOR, Roles.SUPPORT})
public class CatalogueService {

    private static final String CODE = "[A-Z][A-Z_]{1,39}";
    private static final String NAME = "[a-z][a-z0-9-]{1,39}";

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    CatalogueRows rows;

    @Inject
    CatalogueRules rules;

    @Inject
    CurrentStaff staff;

    @Inject
    EventLedger ledger;

    @Inject
    Signals signals;

    @Inject
    Clock clock;

    /** @return the item's name */
    public String add(Catalogue catalogue, Map<String, String> typed) {
        requireRight(catalogue);
        Map<String, String> row = new LinkedHashMap<>();
        for (String part : catalogue.key()) {
            row.put(part, key(catalogue, part, typed.getOrDefault(part, "").strip()));
        }
        Map<String, String> values = checked(catalogue, typed, Map.of());
        values.put("active", "true");
        row.putAll(values);
        rules.check(catalogue, row, false);
        String item = catalogue.key().stream().map(row::get).collect(Collectors.joining(":"));
        Sql insert = Sql.on(
                entities,
                "insert into " + catalogue.table() + " (" + String.join(", ", row.keySet()) + ") values ("
                        + row.keySet().stream()
                                .map(column -> cast(catalogue, column))
                                .collect(Collectors.joining(", "))
                        + ") on conflict do nothing");
        row.forEach(insert::set);
        if (insert.update() == 0) {
            throw new CatalogueRefused("EXISTS", catalogue.key().get(0));
        }
        remember(catalogue, item, null, values);
        record("ADMIN_CATALOGUE_ADDED", catalogue, item, Map.of(), values);
        return item;
    }

    /**
     * @param seen mark of the row as the caller read it
     * @throws ChangedMeanwhile when it is another by now
     */
    public void change(Catalogue catalogue, String item, String seen, Map<String, String> typed) {
        requireRight(catalogue);
        Map<String, String> before = locked(catalogue, item);
        if (!Mark.of(before).equals(seen)) {
            throw new ChangedMeanwhile();
        }
        write(catalogue, item, before, checked(catalogue, typed, before), "ADMIN_CATALOGUE_CHANGED");
    }

    /**
     * Takes the last change of the item back; an item that was only added is withdrawn.
     *
     * @throws ChangedMeanwhile when there is nothing to take back
     */
    public void undo(Catalogue catalogue, String item) {
        requireRight(catalogue);
        Map<String, String> now = locked(catalogue, item);
        Map<String, String> wanted = Sql.on(
                        entities,
                        """
                        update catalogue_change set undone = true where id = (
                          select id from catalogue_change where catalogue = :catalogue and item = :item
                          order by id desc limit 1)
                        and not undone returning cast(before as text) as before
                        """)
                .set("catalogue", catalogue)
                .set("item", item)
                .first(row -> row.text("before") == null ? withdrawn(now) : read(row.text("before")))
                .orElseThrow(ChangedMeanwhile::new);
        write(catalogue, item, now, wanted, "ADMIN_CATALOGUE_UNDONE");
    }

    /** Whether {@link #undo} would find something. */
    public boolean isUndoable(Catalogue catalogue, String item) {
        return Sql.on(
                        entities,
                        """
                        select not undone as open from catalogue_change where catalogue = :catalogue and item = :item
                        order by id desc limit 1
                        """)
                .set("catalogue", catalogue)
                .set("item", item)
                .first(row -> row.flag("open"))
                .orElse(false);
    }

    private void write(
            Catalogue catalogue, String item, Map<String, String> before, Map<String, String> after, String code) {
        if (before.equals(after)) {
            return;
        }
        Map<String, String> whole =
                new LinkedHashMap<>(rows.one(catalogue, item).values());
        whole.putAll(after);
        boolean withdrawn = "true".equals(before.get("active")) && "false".equals(after.get("active"));
        rules.check(catalogue, whole, withdrawn);
        Sql update = Sql.on(
                        entities,
                        "update " + catalogue.table() + " set "
                                + after.keySet().stream()
                                        .map(column -> column + " = " + cast(catalogue, column))
                                        .collect(Collectors.joining(", "))
                                + " where " + CatalogueRows.item(catalogue) + " = :item")
                .set("item", item);
        after.forEach(update::set);
        update.update();
        if (!code.endsWith("UNDONE")) {
            remember(catalogue, item, before, after);
        }
        record(code, catalogue, item, before, after);
    }

    private Map<String, String> locked(Catalogue catalogue, String item) {
        Sql.on(
                        entities,
                        "select 1 from " + catalogue.table() + " where " + CatalogueRows.item(catalogue)
                                + " = :item for update")
                .set("item", item)
                .exists();
        return rows.one(catalogue, item).editable(catalogue);
    }

    private static Map<String, String> checked(
            Catalogue catalogue, Map<String, String> typed, Map<String, String> before) {
        Map<String, String> values = new LinkedHashMap<>();
        for (CatalogueField field : catalogue.fields()) {
            values.put(field.name(), field.checked(typed.get(field.name()), before.getOrDefault(field.name(), "")));
        }
        return values;
    }

    private static String key(Catalogue catalogue, String part, String value) {
        boolean valid =
                switch (part) {
                    case "language" -> value.matches("ES|EN");
                    default -> value.matches(catalogue == Catalogue.TEMPLATE ? NAME : CODE);
                };
        if (!valid) {
            throw new CatalogueRefused(catalogue == Catalogue.TEMPLATE ? "NOT_A_NAME" : "NOT_A_CODE", part);
        }
        return value;
    }

    private static String cast(Catalogue catalogue, String column) {
        return catalogue.fields().stream()
                .filter(field -> field.name().equals(column))
                .map(CatalogueField::stored)
                .findFirst()
                .orElse("cast(nullif(:" + column + ", '') as text)");
    }

    private static Map<String, String> withdrawn(Map<String, String> now) {
        Map<String, String> values = new LinkedHashMap<>(now);
        values.put("active", "false");
        return values;
    }

    private void remember(Catalogue catalogue, String item, Map<String, String> before, Map<String, String> after) {
        Sql.on(
                        entities,
                        """
                        insert into catalogue_change (catalogue, item, before, after, staff, at)
                        values (:catalogue, :item, cast(:before as jsonb), cast(:after as jsonb), :staff, :at)
                        """)
                .set("catalogue", catalogue)
                .set("item", item)
                .set("before", before == null ? null : json(before))
                .set("after", json(after))
                .set("staff", staff.username())
                .set("at", clock.instant())
                .update();
    }

    private void record(
            String code, Catalogue catalogue, String item, Map<String, String> before, Map<String, String> after) {
        Refs refs = Refs.of("catalogue", catalogue.name()).with("item", item);
        for (CatalogueField field : catalogue.fields()) {
            String was = before.getOrDefault(field.name(), "");
            String is = after.get(field.name());
            if (field.isCode()) {
                refs.changed(field.name(), was.isEmpty() ? "-" : was, is.isEmpty() ? "-" : is);
            } else {
                refs.text(field.name(), !was.equals(is));
            }
        }
        ledger.system(code, new Actor(staff.username(), role(), Source.SCREEN), clock.instant(), null, refs.map());
        signals.toAll(DeskSignal.Kind.QUEUE, null);
    }

    private void requireRight(Catalogue catalogue) {
        if (!staff.has(Roles.SUPERVISOR) && !catalogue.isTechnical()) {
            throw new CatalogueRefused("NOT_YOURS", "");
        }
    }

    private String role() {
        return staff.has(Roles.SUPERVISOR) ? Roles.SUPERVISOR : Roles.SUPPORT;
    }

    private static String json(Map<String, String> values) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        values.forEach(object::add);
        return object.build().toString();
    }

    private static Map<String, String> read(String json) {
        Map<String, String> values = new LinkedHashMap<>();
        try (var reader = Json.createReader(new StringReader(json))) {
            var object = reader.readObject();
            object.keySet().forEach(key -> values.put(key, object.getString(key)));
        }
        return values;
    }
}
