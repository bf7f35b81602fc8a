package mx.gob.edomex.catgem.channel.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A seeded corpus of mails as broken software, bad links and bad people make them; every run sees the same ones. */
final class BrokenMails {

    private static final String FROM = "From: Roto <roto@correo.example>\r\n";

    private final Random random;

    BrokenMails(long seed) {
        random = new Random(seed);
    }

    List<byte[]> corpus(int count) {
        List<byte[]> mails = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            mails.add(mail(i));
        }
        return mails;
    }

    private byte[] mail(int i) {
        String id = "Message-ID: <broken." + i + "@correo.example>\r\n";
        String head = FROM + id + "Subject: roto " + i + "\r\n";
        return switch (i % 30) {
            case 0 -> text(head + "Content-Transfer-Encoding: base64\r\n\r\nSG9sYSwgwr9kw7NuZGUgc2Fjby" + noise(3));
            case 1 -> text(head + "Content-Type: text/plain; charset=x-klingon-" + i + "\r\n\r\nhola niño");
            case 2 -> text("sin encabezados " + noise(200));
            case 3 -> binary(2_000 + random.nextInt(5_000));
            case 4 -> text(head + endless(5_000) + "\r\nhola");
            case 5 -> text(head + "\r\nhola\0nul\0" + noise(20));
            case 6 ->
                bytes(FROM + id + "Subject: Información número " + i + "\r\n\r\nAño", StandardCharsets.ISO_8859_1);
            case 7 -> text(FROM + id + nested(100));
            case 8 -> text(head + "Content-Type: multipart/mixed\r\n\r\n--x\r\n\r\nsin boundary\r\n--x--");
            case 9 ->
                text(head + "Content-Type: multipart/mixed; boundary=a\r\n\r\n--b\r\n\r\nboundary equivocado\r\n--b--");
            case 10 -> text(head + "Date: ayer por la tarde, 99:99\r\nContent-Type: ;;;\r\n\r\nfecha mala " + i);
            case 11 ->
                text(head + "Content-Type: text/html; charset=\"utf-8\r\n\r\n<div><p>hola<table><script>" + noise(50));
            case 12 -> text("From: \r\n" + id + "Subject: sin remitente\r\n\r\nhola " + i);
            case 13 -> text("From: no es una dirección\r\n" + id + "\r\nhola " + i);
            case 14 -> text(head + "Content-Transfer-Encoding: quoted-printable\r\n\r\n=C3=B1=ZZ==\r\n=\r\n=4" + i);
            case 15 ->
                text(FROM + id + "Subject: =?utf-8?B?w4FyYm9s?= =?x?Q?=?= =?utf-8?B?!!!?= " + i + "\r\n\r\nhola");
            case 16 ->
                text(head + "Content-Type: multipart/mixed; boundary=a\r\n\r\n" + "--a\r\n\r\nx\r\n".repeat(400));
            case 17 -> text("\r\n\r\n\r\n" + head + "\r\nempieza en blanco " + i);
            case 18 -> new byte[0];
            case 19 -> text(head.replace("\r\n", "\n") + "\nsolo saltos de línea " + i);
            case 20 -> text(head.replace("\r\n", "\r") + "\rsolo retornos " + i);
            case 21 -> text("From " + noise(10) + "\r\n>" + head + "\r\nmbox " + i);
            case 22 -> text(head + "Content-Type: multipart/alternative; boundary=\"\"\r\n\r\n----\r\nvacío " + i);
            case 23 ->
                text(head + "Content-Type: message/rfc822\r\n\r\n" + head + "Content-Type: message/rfc822\r\n\r\n"
                        + head);
            case 24 -> text(head + "Content-Disposition: attachment; filename*=utf-8''%ZZ%\r\n\r\nadjunto " + i);
            case 25 -> text(head + "Content-Type: application/ms-tnef; name=winmail.dat\r\n\r\nx\u009f>\"" + noise(90));
            case 26 ->
                text(head + "Content-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR\r\nDTSTART:no\r\n");
            case 27 -> text(head + "Content-Type: text/html\r\n\r\n" + "<div>".repeat(20_000) + "hondo " + i);
            case 28 ->
                truncated(text(
                        head + "Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n\r\nuno\r\n--a\r\nContent-Ty"));
            default ->
                text("To: " + "a@b.mx, ".repeat(3_000) + "\r\n" + head + "X: " + "y".repeat(100_000) + "\r\n\r\nlargo");
        };
    }

    /** One line of ten million bytes: rare enough to stand alone. */
    static byte[] oneEndlessLine() {
        return text(FROM + "Message-ID: <largo@correo.example>\r\nSubject: largo\r\n\r\n" + "x".repeat(10_000_000));
    }

    private static String nested(int depth) {
        StringBuilder mail = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=n")
                    .append(i)
                    .append("\r\n\r\n--n")
                    .append(i)
                    .append("\r\n");
        }
        return mail.append("\r\nfondo").toString();
    }

    private static String endless(int headers) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < headers; i++) {
            text.append("X-Relay-")
                    .append(i)
                    .append(": ")
                    .append("z".repeat(40))
                    .append("\r\n");
        }
        return text.toString();
    }

    private byte[] truncated(byte[] mail) {
        return java.util.Arrays.copyOf(mail, mail.length - random.nextInt(20));
    }

    private byte[] binary(int length) {
        byte[] garbage = new byte[length];
        random.nextBytes(garbage);
        return garbage;
    }

    private String noise(int length) {
        ByteArrayOutputStream noise = new ByteArrayOutputStream();
        for (int i = 0; i < length; i++) {
            noise.write(32 + random.nextInt(95));
        }
        return noise.toString(StandardCharsets.ISO_8859_1);
    }

    private static byte[] text(String mail) {
        return bytes(mail, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String mail, java.nio.charset.Charset charset) {
        return mail.getBytes(charset);
    }
}
