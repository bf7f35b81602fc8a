package mx.gob.edomex.catgem.web.chat;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import mx.gob.edomex.catgem.channel.Attachments;
import mx.gob.edomex.catgem.channel.FilePolicy;
import mx.gob.edomex.catgem.channel.FileTooLarge;
import mx.gob.edomex.catgem.channel.chat.ChatService;
import mx.gob.edomex.catgem.channel.chat.ChatToken;
import mx.gob.edomex.catgem.channel.chat.ChatUnknown;

/** Files of a chat, to and from the citizen. */
@Path("/files")
public class ChatFilesResource {

    @Inject
    ChatService service;

    @Inject
    ChatLimits limits;

    /** The body is the file itself; its declared length is looked at before a byte is read. */
    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Produces(MediaType.APPLICATION_JSON)
    public JsonObject attach(
            @HeaderParam(ChatResource.TOKEN) String token,
            @HeaderParam("Content-Length") @DefaultValue("0") long length,
            @QueryParam("id") String id,
            @QueryParam("name") String name,
            InputStream body)
            throws IOException {
        ChatToken credential = new ChatToken(token);
        if (!limits.mayWrite(credential)) {
            throw new TooFast();
        }
        if (length > FilePolicy.MAX_BYTES) {
            throw new FileTooLarge();
        }
        byte[] content = body.readNBytes(FilePolicy.MAX_BYTES + 1);
        return ChatJson.receipt(service.attach(credential, id, name, content));
    }

    /** Always as a download, whatever it is: nothing that was sent to us runs in our origin. */
    @GET
    @Path("/{id}")
    @Produces(MediaType.WILDCARD)
    public Response file(@HeaderParam(ChatResource.TOKEN) String token, @PathParam("id") String id) {
        ChatToken credential = new ChatToken(token);
        if (!limits.mayAsk(credential)) {
            throw new TooFast();
        }
        Attachments.Content file = service.file(credential, uuid(id));
        String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(file.bytes(), file.mediaType())
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + name)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .build();
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new ChatUnknown();
        }
    }
}
