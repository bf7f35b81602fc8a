package mx.gob.edomex.catgem.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.Priority;
import mx.gob.edomex.catgem.channel.WaitBand;
import mx.gob.edomex.catgem.contact.QueueClass;
import mx.gob.edomex.catgem.contact.QueueQueries;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Language;

/** What waits in the universal queue. */
@Path("queue")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class QueueResource {

    /** @param depth contacts waiting in all classes; one that is being offered does not wait */
    @JsonbPropertyOrder({"at", "depth", "classes"})
    public record Queue(Instant at, int depth, List<ServiceClass> classes) {}

    /**
     * @param oldestUsedPercent the longest wait as a part of the target; above 100 the target is missed
     * @param expectedWait what a citizen who came now would be told; absent for mail
     */
    @JsonbPropertyOrder({
        "language",
        "topic",
        "topicName",
        "channel",
        "priority",
        "depth",
        "oldestSince",
        "oldestWaitSeconds",
        "targetSeconds",
        "oldestUsedPercent",
        "expectedWait"
    })
    public record ServiceClass(
            Language language,
            String topic,
            String topicName,
            Channel channel,
            Priority priority,
            int depth,
            Instant oldestSince,
            long oldestWaitSeconds,
            int targetSeconds,
            int oldestUsedPercent,
            WaitBand.Band expectedWait) {

        static ServiceClass of(QueueClass waiting, WaitBand bands) {
            return new ServiceClass(
                    waiting.language(),
                    waiting.topic(),
                    waiting.topicName(),
                    waiting.channel(),
                    waiting.priority(),
                    waiting.depth(),
                    waiting.oldestSince(),
                    waiting.oldestWait().toSeconds(),
                    waiting.targetSeconds(),
                    waiting.usedPercent(),
                    waiting.channel() == Channel.EMAIL
                            ? null
                            : bands.of(waiting.channel(), waiting.language(), waiting.topic()));
        }
    }

    @Inject
    QueueQueries queries;

    @Inject
    WaitBand bands;

    @Inject
    Clock clock;

    @Context
    HttpHeaders headers;

    @GET
    @RolesAllowed({Roles.INTEGRATION, Roles.COORDINATOR, Roles.SUPERVISOR, Roles.SUPPORT})
    public Queue queue() {
        Language language = ApiTexts.in(headers.getAcceptableLanguages()).language();
        List<ServiceClass> classes = queries.classes(language).stream()
                .map(waiting -> ServiceClass.of(waiting, bands))
                .toList();
        return new Queue(
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                classes.stream().mapToInt(ServiceClass::depth).sum(),
                classes);
    }
}
