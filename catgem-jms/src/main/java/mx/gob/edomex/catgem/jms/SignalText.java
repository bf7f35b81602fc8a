package mx.gob.edomex.catgem.jms;

import mx.gob.edomex.catgem.shared.DeskSignal;

/** A signal on the wire: kind, contact and user name, separated by bars; empty where there is none. */
final class SignalText {

    private SignalText() {}

    static String write(DeskSignal signal) {
        return signal.kind() + "|" + orEmpty(signal.contactId()) + "|" + orEmpty(signal.username());
    }

    static DeskSignal read(String text) {
        String[] parts = text.split("\\|", -1);
        return new DeskSignal(orNull(parts[2]), DeskSignal.Kind.valueOf(parts[0]), orNull(parts[1]));
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
