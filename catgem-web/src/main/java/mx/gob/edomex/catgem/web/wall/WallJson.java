package mx.gob.edomex.catgem.web.wall;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.contact.QueueClass;
import mx.gob.edomex.catgem.report.Figure;
import mx.gob.edomex.catgem.report.Measure;
import mx.gob.edomex.catgem.report.MeasureWords;
import mx.gob.edomex.catgem.report.UpdateFigure;
import mx.gob.edomex.catgem.report.WallboardReading;
import mx.gob.edomex.catgem.shared.Language;

/** A wallboard's data as its page reads them. */
final class WallJson {

    private static final int CLASSES = 10;
    private static final List<Measure> SHOWN = List.of(
            Measure.SERVICE_LEVEL,
            Measure.ASA,
            Measure.ABANDON_RATE,
            Measure.OFFERED,
            Measure.ANSWERED,
            Measure.ANSWER_IN_TIME,
            Measure.SATISFACTION,
            Measure.SURVEY_RESPONSE);

    private WallJson() {}

    static JsonObject of(WallboardReading.Sight sight, Language language) {
        MeasureWords words = MeasureWords.in(language);
        JsonObjectBuilder states = Json.createObjectBuilder();
        sight.states().forEach(states::add);
        JsonArrayBuilder alerts = Json.createArrayBuilder();
        sight.alerts()
                .forEach(one -> alerts.add(Json.createObjectBuilder()
                        .add("kind", one.kind())
                        .add("severity", one.severity())
                        .add("at", one.raisedAt().toString())));
        return Json.createObjectBuilder()
                .add("name", sight.name())
                .add("at", sight.at().toString())
                .add("upTo", sight.upTo().toString())
                .add("zone", sight.zone().getId())
                .add("depth", sight.depth())
                .add("offered", sight.offered())
                .add("inHand", sight.inHand())
                .add("classes", classes(sight.classes()))
                .add("states", states)
                .add("now", figures(sight.now(), sight.targets(), words))
                .add("today", figures(sight.today(), sight.targets(), words))
                .add("updates", updates(sight.updates(), sight.targets().get("UPDATES"), words))
                .add("alerts", alerts)
                .build();
    }

    private static JsonArrayBuilder classes(List<QueueClass> classes) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        classes.stream()
                .limit(CLASSES)
                .forEach(one -> array.add(Json.createObjectBuilder()
                        .add("channel", one.channel().name())
                        .add("topic", one.topicName())
                        .add("language", one.language().name())
                        .add("priority", one.priority().name())
                        .add("depth", one.depth())
                        .add("oldest", one.oldestWait().toSeconds())
                        .add("used", one.usedPercent())));
        return array;
    }

    private static JsonObjectBuilder figures(
            Map<Measure, Figure> figures, Map<String, Double> targets, MeasureWords words) {
        JsonObjectBuilder all = Json.createObjectBuilder();
        SHOWN.forEach(measure -> {
            Figure figure = figures.get(measure);
            JsonObjectBuilder one = Json.createObjectBuilder()
                    .add("name", words.name(measure))
                    .add("unit", measure.isRate() || measure.isShare() ? "%" : measure.isCount() ? "" : "s")
                    .add("n", figure.n())
                    .add("enough", figure.enough());
            if (figure.shown() != null) {
                one.add("shown", figure.shown());
            }
            Double target = targets.get(measure.name());
            if (target != null && figure.shown() != null) {
                boolean least = measure == Measure.ABANDON_RATE;
                one.add("target", target * 100).add("ok", least ? figure.value() <= target : figure.value() >= target);
            }
            all.add(measure.name(), one);
        });
        return all;
    }

    private static JsonObjectBuilder updates(UpdateFigure updates, Double target, MeasureWords words) {
        JsonObjectBuilder one = Json.createObjectBuilder()
                .add("name", words.text("updates.name"))
                .add("unit", "%")
                .add("n", updates.decided())
                .add("enough", true);
        if (updates.value() != null) {
            one.add("shown", Math.floor(updates.inTime() * 1000.0 / updates.decided()) / 10);
            if (target != null) {
                one.add("target", target * 100).add("ok", updates.value() >= target);
            }
        }
        return one;
    }
}
