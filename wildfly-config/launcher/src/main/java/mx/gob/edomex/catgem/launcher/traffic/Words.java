package mx.gob.edomex.catgem.launcher.traffic;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What people of the demonstration say; nobody real said it. */
final class Words {

    private static final List<String> SUBJECTS = List.of(
            "Acta de nacimiento",
            "Pago de predial",
            "Licencia de conducir",
            "Tenencia vehicular",
            "Verificación vehicular",
            "Copia de acta de matrimonio",
            "Constancia de no antecedentes",
            "Becas",
            "Atención médica",
            "Queja por un servicio");

    private static final List<String> QUESTIONS = List.of(
            "Buen día, ¿qué necesito para %s?",
            "¿Dónde puedo informarme sobre %s?",
            "Disculpe, ¿cuánto cuesta el trámite de %s?",
            "Hola, ¿qué horario tienen para %s?",
            "¿Me pueden orientar con %s, por favor?");

    private static final List<String> ANSWERS = List.of(
            "Con gusto. El trámite se inicia en línea y se termina en la oficina más cercana a su domicilio.",
            "Necesita identificación oficial, comprobante de domicilio y el recibo de pago.",
            "El horario es de 9:00 a 18:00 horas, de lunes a viernes; no necesita cita.",
            "Le comparto los requisitos: identificación, CURP y comprobante de domicilio reciente.");

    private static final List<String> THANKS =
            List.of("Muchas gracias.", "Gracias, muy amable.", "De acuerdo, gracias.", "Perfecto, gracias.");

    private Words() {}

    static String subject(Random chance) {
        return one(SUBJECTS, chance);
    }

    static String question(Random chance) {
        return one(QUESTIONS, chance).formatted(subject(chance).toLowerCase(Locale.ROOT));
    }

    static String answer(Random chance) {
        return one(ANSWERS, chance);
    }

    static String thanks(Random chance) {
        return one(THANKS, chance);
    }

    /** Seconds, exponentially distributed. */
    static double about(double mean, Random chance) {
        return -mean * Math.log(1 - chance.nextDouble());
    }

    private static String one(List<String> texts, Random chance) {
        return texts.get(chance.nextInt(texts.size()));
    }
}
