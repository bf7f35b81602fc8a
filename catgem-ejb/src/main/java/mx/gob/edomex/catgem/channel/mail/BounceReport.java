package mx.gob.edomex.catgem.channel.mail;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a delivery report says (RFC 3464).
 *
 * @param status enhanced code such as 5.1.1, or null
 * @param permanent false for a mere delay
 * @param mentioned ids of ours that stand anywhere in the report: servers put them in different places
 */
record BounceReport(String status, boolean permanent, Set<String> mentioned) {

    private static final Pattern STATUS = Pattern.compile("(?im)^Status:\\s*([245]\\.\\d{1,3}\\.\\d{1,3})");
    private static final Pattern ACTION = Pattern.compile("(?im)^Action:\\s*(\\w+)");

    static BounceReport of(byte[] raw) {
        String text = new String(raw, StandardCharsets.ISO_8859_1);
        Matcher status = STATUS.matcher(text);
        Matcher action = ACTION.matcher(text);
        String code = status.find() ? status.group(1) : null;
        boolean failed = !action.find() || action.group(1).equalsIgnoreCase("failed");
        Set<String> mentioned = new LinkedHashSet<>();
        Matcher own = OwnMessageId.PATTERN.matcher(text);
        while (own.find()) {
            mentioned.add(own.group());
        }
        return new BounceReport(code, failed && (code == null || !code.startsWith("4")), mentioned);
    }
}
