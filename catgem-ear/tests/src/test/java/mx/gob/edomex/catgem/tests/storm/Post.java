package mx.gob.edomex.catgem.tests.storm;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mx.gob.edomex.catgem.tests.faults.FaultFigures;

/** What the centre believes to have mailed beside what lies in the citizens' mailboxes. */
final class Post {

    private static final String CITIZENS = "example.org";

    private Post() {}

    /**
     * @param kills so many mails may have come twice, under one Message-ID: a crash between the mail server's word and its
     *     note (decision 0006)
     */
    static List<String> findings(StormCentre centre, int kills) throws SQLException {
        List<String> delivered = centre.server().mail().messageIdsAt(CITIZENS);
        Set<String> distinct = new HashSet<>(delivered);
        Set<String> sent = new HashSet<>(centre.column("select message_id from outbound_mail where state = 'SENT'"));
        int twice = delivered.size() - distinct.size();
        FaultFigures.measured("faults.mails.delivered", distinct.size(), "mails");
        FaultFigures.measured("faults.mails.delivered_again", twice, "mails", kills);
        List<String> findings = new ArrayList<>();
        sent.stream().filter(id -> !distinct.contains(id)).forEach(id -> findings.add("sent, never delivered: " + id));
        distinct.stream().filter(id -> !sent.contains(id)).forEach(id -> findings.add("delivered, never sent: " + id));
        if (twice > kills) {
            findings.add(twice + " mails came twice, but only " + kills + " crashes can excuse one each");
        }
        return findings;
    }
}
