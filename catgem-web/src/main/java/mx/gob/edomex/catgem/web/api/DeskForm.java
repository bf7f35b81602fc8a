package mx.gob.edomex.catgem.web.api;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.ApiContact;
import mx.gob.edomex.catgem.channel.CallbackWindow;
import mx.gob.edomex.catgem.contact.CallResult;
import mx.gob.edomex.catgem.evidence.Act;
import mx.gob.edomex.catgem.workforce.Presence;

/** The bodies an advisor's program sends, read and checked; each reader refuses with everything that is wrong. */
final class DeskForm {

    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_NOTE = 500;

    /** What an advisor may declare; the rest of the steps the centre measures. */
    static final List<Act> DECLARED =
            List.of(Act.GREETING, Act.CLASSIFY, Act.COMPETENCE, Act.CONSULT, Act.CONFIRM, Act.REFER);

    private DeskForm() {}

    /** @param reason a code of the auxiliary reasons; null unless AUXILIARY */
    record State(Presence presence, String reason) {
        static final Set<String> FIELDS = Set.of("presence", "reason");

        /** What an advisor can choose; the other two are set by the centre. */
        enum Chosen {
            OFFLINE,
            AVAILABLE,
            AUXILIARY
        }

        static State read(JsonObject body) {
            FieldReader fields = reader(body, FIELDS);
            Chosen chosen = fields.choice("presence", Chosen.class);
            fields.require("presence", chosen);
            String reason = fields.line("reason", LONGEST_CODE);
            if (chosen == Chosen.AUXILIARY) {
                fields.require("reason", reason);
            }
            refuse(fields);
            return new State(Presence.valueOf(chosen.name()), reason);
        }
    }

    /** @param reason a code, for the ledger */
    record Reject(String reason) {
        static final Set<String> FIELDS = Set.of("reason");

        static Reject read(JsonObject body) {
            FieldReader fields = reader(body, FIELDS);
            String reason = fields.line("reason", LONGEST_CODE);
            fields.require("reason", reason);
            refuse(fields);
            return new Reject(reason);
        }
    }

    /** @param clientId chosen by the program: a repeat sends nothing twice */
    record Message(String clientId, String text) {
        static final Set<String> FIELDS = Set.of("clientId", "text");

        static Message read(JsonObject body) {
            FieldReader fields = reader(body, FIELDS);
            String text = fields.text("text", ApiContact.LONGEST_TEXT);
            fields.require("text", text);
            String clientId = fields.line("clientId", LONGEST_CODE);
            fields.require("clientId", clientId);
            refuse(fields);
            return new Message(clientId, text);
        }
    }

    /**
     * @param topic for CLASSIFY
     * @param knowledgeVersion for CONSULT: the version that was read; null when the answer is known by heart
     */
    record Step(Act act, String topic, UUID knowledgeVersion) {
        static final Set<String> FIELDS = Set.of("act", "topic", "knowledgeVersion");

        static Step read(JsonObject body) {
            FieldReader fields = reader(body, FIELDS);
            Act act = fields.choice("act", Act.class);
            fields.require("act", act);
            if (act != null && !DECLARED.contains(act)) {
                fields.fault("act", "measured");
            }
            String topic = fields.line("topic", LONGEST_CODE);
            if (act == Act.CLASSIFY) {
                fields.require("topic", topic);
            }
            UUID version = identity(fields, "knowledgeVersion");
            refuse(fields);
            return new Step(act, topic, version);
        }
    }

    /** How a contact that has ended is classified; closes it. */
    record Disposition(String disposition) {
        static final Set<String> FIELDS = Set.of("disposition");

        static Disposition read(JsonObject body) {
            FieldReader fields = reader(body, FIELDS);
            String disposition = fields.line("disposition", LONGEST_CODE);
            fields.require("disposition", disposition);
            refuse(fields);
            return new Disposition(disposition);
        }
    }

    /** @param disposition null to end only the conversation; after-call work begins */
    record Close(String disposition) {
        static final Set<String> FIELDS = Set.of("disposition");

        static Close read(JsonObject body) {
            FieldReader fields = reader(body, FIELDS);
            String disposition = fields.line("disposition", LONGEST_CODE);
            refuse(fields);
            return new Close(disposition);
        }
    }

    /**
     * @param topic for TOPIC
     * @param advisor user name of the colleague, for WARM and COLD
     * @param note for whoever gets it; needed for a colleague
     */
    record Transfer(Kind kind, String topic, String advisor, String note) {
        static final Set<String> FIELDS = Set.of("kind", "topic", "advisor", "note");

        /** To a topic; to a colleague who is asked in first; to a colleague at once. */
        enum Kind {
            TOPIC,
            WARM,
            COLD
        }

        static Transfer read(JsonObject body) {
            FieldReader fields = reader(body, FIELDS);
            Kind kind = fields.choice("kind", Kind.class);
            fields.require("kind", kind);
            String topic = fields.line("topic", LONGEST_CODE);
            String advisor = fields.line("advisor", LONGEST_CODE);
            String note = fields.text("note", LONGEST_NOTE);
            if (kind == Kind.TOPIC) {
                fields.require("topic", topic);
            } else if (kind != null) {
                fields.require("advisor", advisor);
                fields.require("note", note);
            }
            refuse(fields);
            return new Transfer(kind, topic, advisor, note);
        }
    }

    /** @param window for ANOTHER_TIME: when the citizen wants to be phoned instead */
    record CallSaid(CallResult result, CallbackWindow window) {
        static final Set<String> FIELDS = Set.of("result", "window");

        static CallSaid read(JsonObject body) {
            FieldReader fields = reader(body, FIELDS);
            CallResult result = fields.choice("result", CallResult.class);
            fields.require("result", result);
            CallbackWindow window = result == CallResult.ANOTHER_TIME ? WindowForm.read(fields.inner("window")) : null;
            refuse(fields);
            return new CallSaid(result, window);
        }
    }

    /** @param folio of a contact on the matter, with whose person it is */
    record Mail(String folio, String subject) {
        static final Set<String> FIELDS = Set.of("folio", "subject");

        static Mail read(JsonObject body) {
            FieldReader fields = reader(body, FIELDS);
            String folio = fields.line("folio", LONGEST_CODE);
            fields.require("folio", folio);
            String subject = fields.line("subject", ApiContact.LONGEST_LINE);
            fields.require("subject", subject);
            refuse(fields);
            return new Mail(folio, subject);
        }
    }

    private static FieldReader reader(JsonObject body, Set<String> known) {
        FieldReader fields = new FieldReader(body);
        fields.allowOnly(known);
        return fields;
    }

    private static UUID identity(FieldReader fields, String name) {
        String text = fields.line(name, LONGEST_CODE);
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            fields.fault(name, "uuid");
            return null;
        }
    }

    private static void refuse(FieldReader fields) {
        if (!fields.faults().isEmpty()) {
            throw Refusal.invalid(fields.faults());
        }
    }
}
