package mx.gob.edomex.catgem.channel.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The headers that decide what happens to a mail, read leniently. */
final class MailHeaders {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"(),:;@]{1,64}@[A-Za-z0-9.-]{1,190}");
    private static final Pattern MESSAGE_ID = Pattern.compile("<[!-;=?-~]{3,250}>");
    private static final int MAX_REFERENCES = 50;

    private final MimeMessage message;

    MailHeaders(MimeMessage message) {
        this.message = message;
    }

    /** All values of the header, as raw as they came; empty when it is missing. */
    List<String> all(String name) {
        try {
            String[] values = message.getHeader(name);
            return values == null ? List.of() : Arrays.asList(values);
        } catch (MessagingException e) {
            return List.of();
        }
    }

    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** Lower case and stripped; empty text when the header is missing. */
    String word(String name) {
        return first(name).orElse("").strip().toLowerCase(Locale.ROOT);
    }

    String subject() {
        return HeaderText.decode(first("Subject").orElse(null));
    }

    /** From, else Sender, else Return-Path: the first that holds a usable address, in lower case. */
    Optional<String> sender() {
        return List.of("From", "Sender", "Return-Path").stream()
                .flatMap(name -> all(name).stream())
                .flatMap(value -> addresses(value).stream())
                .findFirst();
    }

    /** The display name of the From header, or the empty text. */
    String senderName() {
        String from = first("From").orElse("");
        try {
            InternetAddress[] parsed = InternetAddress.parseHeader(from, false);
            String personal = parsed.length == 0 ? null : parsed[0].getPersonal();
            return personal == null ? "" : HeaderText.decode(raw(from, personal));
        } catch (AddressException | RuntimeException e) {
            return HeaderText.decode(from.replaceAll("<.*", "").replaceAll("[\"@].*", ""));
        }
    }

    /** Everybody the mail says it was sent to, in lower case. */
    Set<String> recipients() {
        Set<String> found = new LinkedHashSet<>();
        for (String name : List.of("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To")) {
            all(name).forEach(value -> found.addAll(addresses(value)));
        }
        return found;
    }

    /** With its angle brackets. */
    Optional<String> messageId() {
        return ids("Message-ID").stream().findFirst();
    }

    /** The mails this one answers, nearest first. */
    List<String> answered() {
        Set<String> nearest = new LinkedHashSet<>(ids("In-Reply-To"));
        List<String> references = new ArrayList<>(ids("References"));
        Collections.reverse(references);
        nearest.addAll(references);
        return nearest.stream().limit(MAX_REFERENCES).toList();
    }

    List<String> ids(String name) {
        List<String> found = new ArrayList<>();
        for (String value : all(name)) {
            Matcher ids = MESSAGE_ID.matcher(value);
            while (ids.find()) {
                found.add(ids.group());
            }
        }
        return found;
    }

    /** The usable addresses in a header's value. */
    static List<String> addresses(String value) {
        List<String> found = new ArrayList<>();
        Matcher matcher = ADDRESS.matcher(value.length() > 20_000 ? value.substring(0, 20_000) : value);
        while (matcher.find()) {
            if (Addresses.isValid(matcher.group())) {
                found.add(matcher.group().toLowerCase(Locale.ROOT));
            }
        }
        return found;
    }

    /** The library decodes encoded words its own way; where the header shows them, the raw phrase is read again. */
    private static String raw(String from, String personal) {
        int address = from.lastIndexOf('<');
        return from.contains("=?") && address > 0
                ? from.substring(0, address).strip().replaceAll("^\"|\"$", "")
                : personal;
    }
}
