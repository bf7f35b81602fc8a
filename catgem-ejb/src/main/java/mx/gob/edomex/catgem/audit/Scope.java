package mx.gob.edomex.catgem.audit;

import java.time.LocalDate;
import java.util.List;

/**
 * What is audited: contacts attended and closed, under one of these procedures.
 *
 * @param from first local day of closing; {@code to} is included
 */
public record Scope(List<String> procedures, LocalDate from, LocalDate to) {}
