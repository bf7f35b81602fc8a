package mx.gob.edomex.catgem.report;

import java.util.List;

/**
 * What came of a file.
 *
 * @param added months that are new
 * @param known months that had been imported before with the same value
 * @param faults when there are any, nothing was imported
 */
public record HistoryImport(int added, int known, List<ImportFault> faults) {}
