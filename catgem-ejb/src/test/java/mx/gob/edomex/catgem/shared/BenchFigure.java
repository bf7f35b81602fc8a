package mx.gob.edomex.catgem.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** One figure of a benchmark as a line of JSON, kept where {@code catgem.bench.file} says; else only printed. */
public final class BenchFigure {

    private BenchFigure() {}

    /** @param most the bar that it is to be within; null when it has none */
    public static void write(String name, double value, String unit, Double most) {
        String line = String.format(
                Locale.ROOT,
                "{\"name\":\"%s\",\"value\":%.1f,\"unit\":\"%s\",\"bar\":%s,\"ok\":%s}%n",
                name,
                value,
                unit,
                most,
                most == null ? null : value <= most);
        System.out.print(line);
        String file = System.getProperty("catgem.bench.file");
        if (file == null) {
            return;
        }
        try {
            Files.createDirectories(Path.of(file).getParent());
            Files.writeString(Path.of(file), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
