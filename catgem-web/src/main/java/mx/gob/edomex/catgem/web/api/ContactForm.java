package mx.gob.edomex.catgem.web.api;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Set;
import java.util.function.Predicate;
import mx.gob.edomex.catgem.channel.ApiContact;
import mx.gob.edomex.catgem.channel.CallbackWindow;
import mx.gob.edomex.catgem.channel.CallbackWish;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.MailAddress;
import mx.gob.edomex.catgem.channel.PhoneNumber;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.shared.Language;

/** The body of {@code POST /contacts}, read and checked. */
record ContactForm(ApiContact contact) {

    static final Set<String> FIELDS = Set.of(
            "channel",
            "entryPoint",
            "language",
            "topic",
            "priority",
            "subject",
            "text",
            "citizen",
            "callback",
            "externalId");
    static final Set<String> CITIZEN_FIELDS = Set.of("name", "email", "phone");

    private static final int LONGEST_CODE = 40;

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
        String externalId = matching(fields, "externalId", id -> id.matches(ApiContact.EXTERNAL_ID));
        ApiContact.Citizen citizen = citizen(fields.inner("citizen"));
        CallbackWish callback = channel == Channel.PHONE ? callback(fields, citizen) : none(fields, body);
        if (!fields.faults().isEmpty()) {
            throw Refusal.invalid(fields.faults());
        }
        return new ContactForm(new ApiContact(
                channel, entryPoint, language, topic, priority, subject, text, citizen, callback, externalId));
    }

    private static CallbackWish none(FieldReader fields, JsonObject body) {
        if (body.containsKey("callback") && body.get("callback") != JsonValue.NULL) {
            fields.fault("callback", "callback");
        }
        return null;
    }

    private static CallbackWish callback(FieldReader fields, ApiContact.Citizen citizen) {
        CallbackWindow window = WindowForm.read(fields.inner("callback"));
        fields.inner("citizen").require("phone", citizen.phone());
        return window == null || citizen.phone() == null ? null : new CallbackWish(citizen.phone(), window);
    }

    private static ApiContact.Citizen citizen(FieldReader fields) {
        fields.allowOnly(CITIZEN_FIELDS);
        String phone = fields.line("phone", LONGEST_CODE);
        PhoneNumber number = phone == null ? null : PhoneNumber.read(phone).orElse(null);
        if (phone != null && number == null) {
            fields.fault("phone", "phone");
        }
        return new ApiContact.Citizen(
                fields.line("name", ApiContact.LONGEST_LINE), matching(fields, "email", MailAddress::isPublic), number);
    }

    private static String matching(FieldReader fields, String name, Predicate<String> rule) {
        String text = fields.line(name, MailAddress.LONGEST);
        if (text != null && !rule.test(text)) {
            fields.fault(name, name);
            return null;
        }
        return text;
    }
}
