package mx.gob.edomex.catgem.channel.phone.flow;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import mx.gob.edomex.catgem.channel.WaitBand.Band;
import mx.gob.edomex.catgem.channel.phone.flow.FlowNode.LanguageKey;
import mx.gob.edomex.catgem.channel.phone.flow.FlowNode.MenuKey;
import mx.gob.edomex.catgem.shared.Language;

/** Menus and where calls stand in them, as the database keeps them. */
public final class FlowJson {

    private FlowJson() {}

    public static CallFlow read(int version, String text) {
        JsonObject json = object(text);
        Map<String, FlowNode> nodes = new LinkedHashMap<>();
        for (JsonObject node : json.getJsonArray("nodes").getValuesAs(JsonObject.class)) {
            nodes.put(node.getString("name"), node(node));
        }
        Map<String, FlowPrompt> prompts = new LinkedHashMap<>();
        for (JsonObject prompt : json.getJsonArray("prompts").getValuesAs(JsonObject.class)) {
            prompts.put(prompt.getString("name"), prompt(prompt));
        }
        return new CallFlow(version, json.getString("start"), nodes, prompts);
    }

    static JsonObject object(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static FlowNode node(JsonObject json) {
        String prompt = json.getString("prompt", "");
        String next = json.getString("next", "");
        return switch (json.getString("kind")) {
            case "SAY" -> new FlowNode.Say(prompt, next);
            case "NOTICE" -> new FlowNode.Notice(prompt, json.getString("refuse"), next);
            case "LANGUAGE" ->
                new FlowNode.LanguageChoice(
                        prompt,
                        json.getJsonArray("keys")
                                .getValuesAs((JsonValue key) -> new LanguageKey(
                                        key.asJsonObject().getString("key"),
                                        Language.valueOf(key.asJsonObject().getString("language")))),
                        next);
            case "MENU" ->
                new FlowNode.Menu(
                        prompt,
                        json.getJsonArray("keys")
                                .getValuesAs((JsonValue key) -> new MenuKey(
                                        key.asJsonObject().getString("key"),
                                        key.asJsonObject().getString("next"))),
                        json.getString("otherwise"));
            case "TOPIC" -> new FlowNode.Topic(json.getString("topic"), next);
            case "WAIT" -> {
                Map<Band, String> prompts = new EnumMap<>(Band.class);
                JsonObject bands = json.getJsonObject("prompts");
                bands.keySet().forEach(band -> prompts.put(Band.valueOf(band), bands.getString(band)));
                yield new FlowNode.Wait(prompts, next);
            }
            case "CALLBACK" ->
                new FlowNode.CallbackOffer(
                        prompt,
                        Band.valueOf(json.getString("from")),
                        json.getString("accept"),
                        json.getString("confirmed"),
                        next);
            case "EMERGENCY" -> new FlowNode.Emergency(prompt, json.getString("topic"));
            case "LINE" -> new FlowNode.Line(json.getString("after", ""));
            case "QUESTION" ->
                new FlowNode.Question(prompt, json.getString("question"), next, json.getString("otherwise"));
            case "END" -> new FlowNode.End(prompt);
            default -> throw new IllegalArgumentException("no kind of node: " + json.getString("kind"));
        };
    }

    private static FlowPrompt prompt(JsonObject json) {
        return new FlowPrompt(
                texts(json.getJsonObject("words")),
                texts(json.getJsonObject("recorded")),
                json.getString("standIn"),
                json.getInt("seconds"));
    }

    private static Map<Language, String> texts(JsonObject json) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        json.keySet().forEach(language -> texts.put(Language.valueOf(language), json.getString(language)));
        return texts;
    }

    public static String write(CallFlow flow) {
        JsonArrayBuilder nodes = Json.createArrayBuilder();
        flow.nodes().forEach((name, node) -> nodes.add(node(name, node)));
        JsonArrayBuilder prompts = Json.createArrayBuilder();
        flow.prompts()
                .forEach((name, prompt) -> prompts.add(Json.createObjectBuilder()
                        .add("name", name)
                        .add("words", texts(prompt.words()))
                        .add("recorded", texts(prompt.recorded()))
                        .add("standIn", prompt.standIn())
                        .add("seconds", prompt.seconds())));
        return Json.createObjectBuilder()
                .add("start", flow.start())
                .add("nodes", nodes)
                .add("prompts", prompts)
                .build()
                .toString();
    }

    private static JsonObjectBuilder node(String name, FlowNode node) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("name", name);
        if (node instanceof FlowNode.Say say) {
            return kind(json, "SAY", say.prompt(), say.next());
        } else if (node instanceof FlowNode.Notice notice) {
            return kind(json, "NOTICE", notice.prompt(), notice.next()).add("refuse", notice.refuse());
        } else if (node instanceof FlowNode.LanguageChoice choice) {
            JsonArrayBuilder keys = Json.createArrayBuilder();
            choice.languages()
                    .forEach(key -> keys.add(Json.createObjectBuilder()
                            .add("key", key.key())
                            .add("language", key.language().name())));
            return kind(json, "LANGUAGE", choice.prompt(), choice.next()).add("keys", keys);
        } else if (node instanceof FlowNode.Menu menu) {
            JsonArrayBuilder keys = Json.createArrayBuilder();
            menu.choices()
                    .forEach(key -> keys.add(
                            Json.createObjectBuilder().add("key", key.key()).add("next", key.next())));
            return json.add("kind", "MENU")
                    .add("prompt", menu.prompt())
                    .add("keys", keys)
                    .add("otherwise", menu.otherwise());
        } else if (node instanceof FlowNode.Topic topic) {
            return json.add("kind", "TOPIC").add("topic", topic.code()).add("next", topic.next());
        } else if (node instanceof FlowNode.Wait wait) {
            JsonObjectBuilder bands = Json.createObjectBuilder();
            for (Band band : Band.values()) {
                if (wait.bands().containsKey(band)) {
                    bands.add(band.name(), wait.bands().get(band));
                }
            }
            return json.add("kind", "WAIT").add("prompts", bands).add("next", wait.next());
        } else if (node instanceof FlowNode.CallbackOffer offer) {
            return kind(json, "CALLBACK", offer.prompt(), offer.next())
                    .add("from", offer.from().name())
                    .add("accept", offer.accept())
                    .add("confirmed", offer.confirmed());
        } else if (node instanceof FlowNode.Emergency emergency) {
            return json.add("kind", "EMERGENCY")
                    .add("prompt", emergency.prompt())
                    .add("topic", emergency.topic());
        } else if (node instanceof FlowNode.End end) {
            return json.add("kind", "END").add("prompt", end.prompt());
        } else if (node instanceof FlowNode.Question question) {
            return kind(json, "QUESTION", question.prompt(), question.next())
                    .add("question", question.question())
                    .add("otherwise", question.otherwise());
        }
        FlowNode.Line line = (FlowNode.Line) node;
        return line.leadsOn() ? json.add("kind", "LINE").add("after", line.after()) : json.add("kind", "LINE");
    }

    private static JsonObjectBuilder kind(JsonObjectBuilder json, String kind, String prompt, String next) {
        return json.add("kind", kind).add("prompt", prompt).add("next", next);
    }

    private static JsonObjectBuilder texts(Map<Language, String> texts) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        for (Language language : Language.values()) {
            if (texts.containsKey(language)) {
                json.add(language.name(), texts.get(language));
            }
        }
        return json;
    }

    public static FlowState state(String text) {
        JsonObject json = object(text);
        return new FlowState(
                json.getString("node"),
                json.getInt("step"),
                json.getInt("misses"),
                Language.valueOf(json.getString("language")),
                json.getString("topic"),
                json.getBoolean("noticed"),
                json.getBoolean("refused"),
                end(json),
                json.containsKey("survey") ? survey(json.getJsonObject("survey")) : null);
    }

    private static FlowEnd end(JsonObject json) {
        return json.containsKey("end") ? FlowEnd.valueOf(json.getString("end")) : null;
    }

    private static FlowSurvey survey(JsonObject json) {
        Map<String, Integer> answers = new LinkedHashMap<>();
        JsonObject places = json.getJsonObject("answers");
        places.keySet().forEach(question -> answers.put(question, places.getInt(question)));
        return new FlowSurvey(answers, end(json));
    }

    public static String write(FlowState state) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("node", state.node())
                .add("step", state.step())
                .add("misses", state.misses())
                .add("language", state.language().name())
                .add("topic", state.topic())
                .add("noticed", state.noticed())
                .add("refused", state.refused());
        if (state.end() != null) {
            json.add("end", state.end().name());
        }
        if (state.survey() != null) {
            json.add("survey", survey(state.survey()));
        }
        return json.build().toString();
    }

    private static JsonObjectBuilder survey(FlowSurvey survey) {
        JsonObjectBuilder answers = Json.createObjectBuilder();
        survey.answers().forEach(answers::add);
        JsonObjectBuilder json = Json.createObjectBuilder().add("answers", answers);
        return survey.end() == null ? json : json.add("end", survey.end().name());
    }
}
