package mx.gob.edomex.catgem.tests;

import jakarta.annotation.Resource;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Beside the application: sends to the queue {@code to} whatever it is given, also what the centre itself never would. */
@WebServlet("/send")
public class MessageServlet extends HttpServlet {

    @Resource(lookup = "java:/jms/CatgemCF")
    private transient ConnectionFactory factory;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String text = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try (JMSContext context = factory.createContext()) {
            context.createProducer().send(context.createQueue(request.getParameter("to")), text);
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
