package mx.gob.edomex.catgem.web.api;

import jakarta.json.JsonObject;
import java.util.Set;
import java.util.regex.Pattern;
import mx.gob.edomex.catgem.channel.ApiContact;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.PhoneNumber;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.shared.Language;

/** The body of {@code POST /contacts}, read and checked. */
record ContactForm(ApiContact contact) {

    static final Set<String> FIELDS = Set.of(
            "channel", "entryPoint", "language", "topic", "priority", "subject", "text", "citizen", "externalId");
    static final Set<String> CITIZEN_FIELDS = Set.of("name", "email", "phone");

    private static final int LONGEST_CODE = 40;

    /** RFC 5321: 254 characters in all, 64 before the at sign. */
    private static final int LONGEST_EMAIL = 254;

    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
                    + "(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+");

    /** @throws Refusal with everything that is wrong with the fields */
    static ContactForm read(JsonObject body) {
        FieldReader fields = new FieldReader(body);
        fields.allowOnly(FIELDS);
        Channel channel = fields.choice("channel", Channel.class);
        fields.require("channel", channel);
        String text = fields.text("text", ApiContact.LONGEST_TEXT);
        fields.require("text", text);
        String entryPoint = fields.line("entryPoint", LONGEST_CODE);
        Language language = fields.choice("language", Language.class);
        String topic = fields.line("topic", LONGEST_CODE);
        Priority priority = fields.choice("priority", Priority.class);
        String subject = fields.line("subject", ApiContact.LONGEST_LINE);
        String externalId = matching(fields, "externalId", Pattern.compile(ApiContact.EXTERNAL_ID), "externalId");
        ApiContact.Citizen citizen = citizen(fields.inner("citizen"));
        if (!fields.faults().isEmpty()) {
            throw Refusal.invalid(fields.faults());
        }
        return new ContactForm(
                new ApiContact(channel, entryPoint, language, topic, priority, subject, text, citizen, externalId));
    }

    private static ApiContact.Citizen citizen(FieldReader fields) {
        fields.allowOnly(CITIZEN_FIELDS);
        String phone = fields.line("phone", LONGEST_CODE);
        PhoneNumber number = phone == null ? null : PhoneNumber.read(phone).orElse(null);
        if (phone != null && number == null) {
            fields.fault("phone", "phone");
        }
        return new ApiContact.Citizen(
                fields.line("name", ApiContact.LONGEST_LINE), matching(fields, "email", EMAIL, "email"), number);
    }

    private static String matching(FieldReader fields, String name, Pattern pattern, String code) {
        String text = fields.line(name, LONGEST_EMAIL);
        if (text != null && !pattern.matcher(text).matches()) {
            fields.fault(name, code);
            return null;
        }
        return text;
    }
}
