package mx.gob.edomex.catgem.verifier;

/** What may be wrong with a bundle, in both languages; {0} and {1} say where. */
enum Fault {
    NOT_READABLE(
            Verdict.INCOMPLETE,
            "no se puede leer como paquete de evidencia: {0}",
            "it cannot be read as an evidence bundle: {0}"),
    TOO_LARGE(
            Verdict.INCOMPLETE,
            "es más grande de lo que se verifica ({0})",
            "it is larger than what is verified ({0})"),
    FILE_MISSING(Verdict.INCOMPLETE, "falta el archivo {0}", "the file {0} is missing"),
    FILE_DOUBLE(Verdict.ALTERED, "el archivo {0} está dos veces", "the file {0} is there twice"),
    FILE_UNKNOWN(Verdict.ALTERED, "el archivo {0} no está en el manifiesto", "the file {0} is not in the manifest"),
    FILE_CHANGED(
            Verdict.ALTERED, "el archivo {0} no es el que se firmó", "the file {0} is not the one that was signed"),
    MALFORMED(Verdict.ALTERED, "{0} no tiene la forma debida", "{0} has not the form it must have"),
    KEY_MISSING(Verdict.INCOMPLETE, "no hay llave para la firma de {0}", "there is no key for the signature of {0}"),
    KEY_NOT_TRUSTED(
            Verdict.ALTERED,
            "{0} no está firmado con la llave en que se confía",
            "{0} is not signed by the key that is trusted"),
    SIGNATURE_WRONG(
            Verdict.ALTERED, "la firma de {0} en {1} no corresponde", "the signature of {0} under {1} is not right"),
    ORIGIN_DIFFERS(Verdict.ALTERED, "{0} es de otra instalación", "{0} is of another installation"),
    NOT_CONSISTENT(
            Verdict.ALTERED,
            "el registro de tamaño {1} no es continuación del de tamaño {0}",
            "the log of size {1} does not continue the one of size {0}"),
    WITNESS_DIFFERS(
            Verdict.ALTERED,
            "con tamaño {0} el registro era otro: no coincide con el sello que usted tiene",
            "at size {0} the log was another one: it differs from the checkpoint you hold"),
    WITNESS_NOT_PROVEN(
            Verdict.INCOMPLETE,
            "el paquete no contiene la prueba hacia el sello de tamaño {0} que usted tiene",
            "the bundle has no proof towards the checkpoint of size {0} that you hold"),
    LEAF_COUNT(Verdict.INCOMPLETE, "hay {0} registros y deben ser {1}", "there are {0} records and there must be {1}"),
    LEAF_TOO_MANY(Verdict.ALTERED, "hay {0} registros y deben ser {1}", "there are {0} records and there must be {1}"),
    PROOF_MISSING(
            Verdict.INCOMPLETE, "el registro del renglón {0} no tiene prueba", "the record in line {0} has no proof"),
    LEAF_ALTERED(
            Verdict.ALTERED,
            "el registro del renglón {0} (posición {1} del registro general) no es el que se selló",
            "the record in line {0} (position {1} of the log) is not the one that was sealed"),
    ORDER_BROKEN(
            Verdict.ALTERED,
            "el registro del renglón {0} está repetido o fuera de orden",
            "the record in line {0} is repeated or out of order"),
    LEAF_FOREIGN(
            Verdict.ALTERED,
            "el registro del renglón {0} es de otro expediente",
            "the record in line {0} belongs to something else"),
    LEAF_MISSING(Verdict.INCOMPLETE, "falta el registro {0} del expediente", "record {0} of the file is missing"),
    GAP(Verdict.INCOMPLETE, "falta la posición {0} del registro general", "position {0} of the log is missing"),
    STEP_DOUBLE(Verdict.ALTERED, "el paso {0} está dos veces", "step {0} is there twice"),
    STEP_MISSING(Verdict.INCOMPLETE, "falta el paso {0}", "step {0} is missing"),
    PROCEDURE_MISSING(
            Verdict.INCOMPLETE, "falta el texto del procedimiento {0}", "the text of procedure {0} is missing"),
    PROCEDURE_ALTERED(
            Verdict.ALTERED,
            "el texto del procedimiento {0} no es el que se aplicó",
            "the text of procedure {0} is not the one that was applied"),
    STEP_UNKNOWN(Verdict.ALTERED, "el paso {0} no está en el procedimiento {1}", "step {0} is not in procedure {1}");

    private final Verdict verdict;
    private final String spanish;
    private final String english;

    Fault(Verdict verdict, String spanish, String english) {
        this.verdict = verdict;
        this.spanish = spanish;
        this.english = english;
    }

    Verdict verdict() {
        return verdict;
    }

    String text(boolean inEnglish, String first, String second) {
        return (inEnglish ? english : spanish).replace("{0}", first).replace("{1}", second);
    }
}
