package mx.gob.edomex.catgem.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * {@code java -jar catgem-verifier.jar [--lang es|en] [--key KEY] [--checkpoint FILE] BUNDLE.zip …}: says of each bundle
 * whether it is whole and unaltered. The exit code is that of the worst: 0 valid, 1 altered, 2 incomplete.
 */
public final class Verifier {

    private final PrintStream out;
    private final Trust trust = Trust.none();
    private final List<Path> files = new ArrayList<>();
    private boolean english;

    private Verifier(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        int code = run(new PrintStream(System.out, true, StandardCharsets.UTF_8), arguments);
        System.exit(code);
    }

    /** As on the command line, without ending the process. */
    public static int run(PrintStream out, String... arguments) {
        return new Verifier(out).run(Arrays.asList(arguments));
    }

    private int run(List<String> arguments) {
        try {
            read(arguments.iterator());
        } catch (Malformed | IOException | InvalidPathException e) {
            return usage(e.getMessage());
        }
        if (files.isEmpty()) {
            return usage("");
        }
        int worst = 0;
        for (Path file : files) {
            Report report = Check.of(file, trust);
            out.print(report.text(String.valueOf(file.getFileName()), english));
            int code = report.verdict().exitCode();
            worst = worst == 1 || code == 1 ? 1 : Math.max(worst, code);
        }
        return worst;
    }

    private void read(Iterator<String> arguments) throws Malformed, IOException {
        while (arguments.hasNext()) {
            String argument = arguments.next();
            switch (argument) {
                case "--lang" -> english = "en".equals(next(arguments, argument));
                case "--key" -> keys(next(arguments, argument));
                case "--checkpoint" -> {
                    String file = next(arguments, argument);
                    Note note = Note.parse(asWritten(Bundle.utf8(Files.readAllBytes(Path.of(file)), file)), file);
                    Checkpoint.of(note, file);
                    trust.checkpoints().add(note);
                }
                default -> files.add(Path.of(argument));
            }
        }
    }

    /** A checkpoint that came by mail or was scanned from paper: line breaks are what changes on such ways. */
    private static String asWritten(String checkpoint) {
        String text = checkpoint.replace("\r\n", "\n").replace('\r', '\n');
        return text.endsWith("\n") ? text : text + "\n";
    }

    /** A key as it is published, or a file of them, one a line. */
    private void keys(String given) throws Malformed, IOException {
        if (given.contains("+")) {
            trust.keys().add(Key.parse(given, given));
            return;
        }
        for (String line :
                Bundle.utf8(Files.readAllBytes(Path.of(given)), given).split("\\R")) {
            if (!line.isBlank()) {
                trust.keys().add(Key.parse(line.strip(), given));
            }
        }
    }

    private static String next(Iterator<String> arguments, String option) throws Malformed {
        if (!arguments.hasNext()) {
            throw new Malformed(option);
        }
        return arguments.next();
    }

    private int usage(String about) {
        out.println((english ? "Not understood: " : "No se entiende: ") + about
                + "\njava -jar catgem-verifier.jar [--lang es|en] [--key KEY|FILE] [--checkpoint FILE] BUNDLE.zip…");
        return Verdict.INCOMPLETE.exitCode();
    }
}
