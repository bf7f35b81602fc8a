package mx.gob.edomex.catgem.administration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Sql;

/** Reads catalogues. Names of tables and columns are constants of {@link Catalogue}, never what somebody sent. */
@Stateless
@RolesAllowed({Roles.SUPERVISOR, Roles.SUPPORT})
public class CatalogueRows {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    /** Active rows first; {@code text} is part of any value, without regard to accents and case, or empty. */
    public List<CatalogueRow> list(Catalogue catalogue, String text) {
        String words = columns(catalogue).stream()
                .map(column -> "coalesce(cast(" + column + " as text), '')")
                .collect(Collectors.joining(" || ' ' || "));
        String order = catalogue.isGrowing() ? "active desc, " : "";
        return Sql.on(
                        entities,
                        select(catalogue) + " where :text = '' or search_fold(" + words
                                + ") like '%' || search_fold(:text) || '%' or " + item(catalogue)
                                + " ilike '%' || :text || '%' order by " + order + String.join(", ", catalogue.key()))
                .set("text", text == null ? "" : text.strip())
                .list(row -> read(catalogue, row));
    }

    /** @throws CatalogueRefused when there is none */
    public CatalogueRow one(Catalogue catalogue, String item) {
        return Sql.on(entities, select(catalogue) + " where " + item(catalogue) + " = :item")
                .set("item", item)
                .first(row -> read(catalogue, row))
                .orElseThrow(() -> new CatalogueRefused("UNKNOWN", ""));
    }

    static String item(Catalogue catalogue) {
        return String.join(" || ':' || ", catalogue.key());
    }

    private static List<String> columns(Catalogue catalogue) {
        return Stream.concat(
                        catalogue.key().stream(), catalogue.fields().stream().map(CatalogueField::name))
                .toList();
    }

    private static String select(Catalogue catalogue) {
        return Stream.concat(
                                catalogue.key().stream().map(column -> "cast(" + column + " as text) as " + column),
                                catalogue.fields().stream().map(field -> field.typed() + " as " + field.name()))
                        .collect(Collectors.joining(", ", "select " + item(catalogue) + " as item, ", ""))
                + " from " + catalogue.table();
    }

    private static CatalogueRow read(Catalogue catalogue, Sql.Row row) {
        Map<String, String> values = new LinkedHashMap<>();
        columns(catalogue).forEach(column -> values.put(column, row.text(column) == null ? "" : row.text(column)));
        return new CatalogueRow(row.text("item"), values);
    }
}
