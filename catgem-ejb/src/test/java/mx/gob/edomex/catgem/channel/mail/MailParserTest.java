package mx.gob.edomex.catgem.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import mx.gob.edomex.catgem.shared.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailParserTest {

    private static final String OWN = "catgem@edomex.gob.mx";
    private static final String SENTENCE = "¿Dónde saco el acta de mi niño? Año 2026, señalización";

    private final MailParser parser = new MailParser(OWN);

    @ParameterizedTest
    @CsvSource({
        "ISO-8859-1, ISO-8859-1",
        "ISO-8859-1, windows-1252",
        "windows-1252, windows-1252",
        "UTF-8, UTF-8",
        "UTF-8, ISO-8859-1",
        "windows-1252, UTF-8",
        "UTF-8, x-unknown-9",
        "ISO-8859-1, us-ascii",
        "UTF-16LE, UTF-16LE"
    })
    void accentsSurviveEveryCharsetAndEveryWrongLabel(String real, String declared) throws MailUnreadable {
        byte[] body = SENTENCE.getBytes(Charset.forName(real));
        ParsedMail mail = parse("From: a@b.mx\r\nSubject: x\r\nContent-Type: text/plain; charset=" + declared
                + "\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(body));
        assertThat(mail.text().shown()).isEqualTo(SENTENCE);
    }

    @Test
    void encodedWordsAreReadEvenWhenALetterIsCutInTwo() throws MailUnreadable {
        assertThat(parse(
                                "From: =?iso-8859-1?Q?Mar=EDa_N=FA=F1ez?= <Maria@Correo.MX>\r\n"
                                        + "Subject: =?utf-8?B?w4FyYm9sIGRlIG5h?= =?utf-8?Q?vidad_y_a=C3?=\r\n =?utf-8?Q?=B1o?= nuevo\r\n\r\nx")
                        .subject())
                .isEqualTo("Árbol de navidad y año nuevo");
    }

    @Test
    void theSenderIsPlainLowerCaseWithItsDecodedName() throws MailUnreadable {
        ParsedMail mail = parse("From: =?iso-8859-1?Q?Mar=EDa_N=FA=F1ez?= <Maria@Correo.MX>\r\nSubject: hola\r\n\r\nx");
        assertThat(mail.sender()).isEqualTo("maria@correo.mx");
        assertThat(mail.senderName()).isEqualTo("María Núñez");
    }

    @Test
    void bareEightBitSubjectsAreRead() throws MailUnreadable {
        byte[] raw = "From: a@b.mx\r\nSubject: Información\r\n\r\nx".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(parser.parse(raw).subject()).isEqualTo("Información");
        raw = "From: a@b.mx\r\nSubject: Información\r\n\r\nx".getBytes(StandardCharsets.UTF_8);
        assertThat(parser.parse(raw).subject()).isEqualTo("Información");
    }

    @Test
    void theQuotedMailAndTheSignatureAreFoldedAway() throws MailUnreadable {
        assertThat(parse(
                                "From: a@b.mx",
                                "",
                                "Gracias, ya entendí.",
                                "",
                                "El lun, 3 ago 2026 a las 10:00, CATGEM",
                                "<catgem@edomex.gob.mx> escribió:",
                                "",
                                "> Buen día",
                                "> Acuda al módulo",
                                "")
                        .text()
                        .shown())
                .isEqualTo("Gracias, ya entendí.");
        assertThat(parse("From: a@b.mx\r\n\r\nHola\r\n-- \r\nJuan\r\nEnviado desde mi teléfono")
                        .text()
                        .folded())
                .startsWith("--\nJuan");
        assertThat(parse("From: a@b.mx\r\n\r\nVer abajo\r\n\r\nDe: CATGEM\r\nEnviado: lunes\r\nPara: yo\r\n\r\nTexto")
                        .text()
                        .shown())
                .isEqualTo("Ver abajo");
    }

    @Test
    void answersBetweenQuotedLinesAreNeverFolded() throws MailUnreadable {
        ParsedMail mail =
                parse("From: a@b.mx\r\n\r\nRespondo:\r\nOn Monday 3 Aug 2026 CATGEM wrote:\r\n> ¿Folio?\r\nABC\r\n");
        assertThat(mail.text().isFolded()).isFalse();
        assertThat(parse("From: a@b.mx\r\n\r\n> ¿Folio?\r\n> ¿Nombre?\r\n")
                        .text()
                        .shown())
                .contains("¿Nombre?");
    }

    @Test
    void anAlternativeGivesTheTextAsWrittenAndTheHtml() throws MailUnreadable {
        ParsedMail mail = parse(
                "From: a@b.mx",
                "Content-Type: multipart/alternative; boundary=B",
                "",
                "--B",
                "Content-Type: text/plain",
                "",
                "plano",
                "--B",
                "Content-Type: text/html",
                "",
                "<p>rico</p>",
                "--B--");
        assertThat(mail.text().shown()).isEqualTo("plano");
        assertThat(mail.html()).contains("<p>rico</p>");
    }

    @Test
    void aMixedMailShowsAllItsTextsAndKeepsItsFiles() throws MailUnreadable {
        ParsedMail mail = parse(
                "From: a@b.mx",
                "Content-Type: multipart/mixed; boundary=B",
                "",
                "preamble",
                "--B",
                "",
                "uno",
                "--B",
                "Content-Type: application/pdf",
                "Content-Disposition: attachment; filename=\"../../a?cta.pdf\"",
                "Content-Transfer-Encoding: base64",
                "",
                "JVBERi0xLjQ=",
                "--B",
                "Content-Type: text/html",
                "",
                "<b>dos</b>",
                "");
        assertThat(mail.text().shown()).contains("uno").contains("dos");
        assertThat(mail.html()).contains("uno").contains("<b>dos</b>");
        assertThat(mail.attachments().accepted()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("a_cta.pdf");
            assertThat(file.mediaType()).isEqualTo("application/pdf");
        });
    }

    @Test
    void aProgramIsWithheldWhateverItCallsItself() throws MailUnreadable {
        ParsedMail mail = parse("From: a@b.mx\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\n"
                + "Content-Type: image/png; name=foto.png\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getEncoder().encodeToString("MZ\u0090 program".getBytes(StandardCharsets.ISO_8859_1))
                + "\r\n--B\r\nContent-Disposition: attachment; filename=carta.HTML\r\n\r\nhola\r\n--B--");
        assertThat(mail.attachments().accepted()).isEmpty();
        assertThat(mail.attachments().withheld())
                .extracting(AttachmentScreening.Withheld::reason)
                .containsOnly(AttachmentScreening.Reason.DANGEROUS)
                .hasSize(2);
    }

    @Test
    void theLanguageIsGuessed() throws MailUnreadable {
        assertThat(parse("From: a@b.mx\r\nSubject: Hi\r\n\r\nHow do I renew my driving licence, please?")
                        .language())
                .isEqualTo(Language.EN);
        assertThat(parse("From: a@b.mx\r\nSubject: licencia\r\n\r\nHola, necesito renovar mi licencia")
                        .language())
                .isEqualTo(Language.ES);
    }

    @Test
    void aMailNestedHundredDeepIsRefusedWithItsReason() {
        StringBuilder mail = new StringBuilder("From: a@b.mx\r\n");
        for (int i = 0; i < 100; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\r\n\r\n--b")
                    .append(i)
                    .append("\r\n");
        }
        assertThatThrownBy(() -> parse(mail.toString()))
                .isInstanceOfSatisfying(
                        MailUnreadable.class, e -> assertThat(e.reason()).isEqualTo(QuarantineReason.TOO_DEEP));
    }

    @Test
    @Timeout(5)
    void htmlBuiltToExhaustIsShownAsText() throws MailUnreadable {
        ParsedMail mail = parse("From: a@b.mx", "Content-Type: text/html", "", "<div>".repeat(200_000) + "hola");
        assertThat(mail.html()).isNull();
        assertThat(mail.text().shown()).isEqualTo("hola");
    }

    @Test
    void anHtmlMailIsReadLineByLine() throws MailUnreadable {
        ParsedMail mail = parse(
                "From: a@b.mx",
                "Content-Type: text/html",
                "",
                "<style>x</style><p>uno &amp; dos</p><div>tres<br>cuatro");
        assertThat(mail.text().shown()).isEqualTo("uno & dos\ntres\ncuatro");
    }

    @Test
    void aMailWithoutSenderIsRefusedWithItsReason() {
        assertThatThrownBy(() -> parse("just some text"))
                .isInstanceOfSatisfying(
                        MailUnreadable.class, e -> assertThat(e.reason()).isEqualTo(QuarantineReason.NO_SENDER));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Auto-Submitted: auto-replied | AUTOMATIC",
                "Auto-Submitted: no | PERSONAL",
                "Precedence: bulk | BULK",
                "List-Id: <x.y> | BULK",
                "X-Auto-Response-Suppress: All | AUTOMATIC",
                "Return-Path: <> | AUTOMATIC",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=x | BOUNCE",
                "Content-Type: multipart/report; report-type=disposition-notification; boundary=x | AUTOMATIC",
                "X-Priority: 1 | PERSONAL"
            })
    void machinesAreToldFromPeople(String header, MailNature nature) throws MailUnreadable {
        assertThat(parse(header + "\r\nFrom: a@b.mx\r\n\r\nx").nature()).isEqualTo(nature);
    }

    @Test
    void ourOwnMailIsKnown() throws MailUnreadable {
        assertThat(parse("From: CATGEM+x@edomex.gob.mx\r\n\r\nx").nature()).isEqualTo(MailNature.OWN);
    }

    private ParsedMail parse(String... lines) throws MailUnreadable {
        return parser.parse(String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
    }
}
