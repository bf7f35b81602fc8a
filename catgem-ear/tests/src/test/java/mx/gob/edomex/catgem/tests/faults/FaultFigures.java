package mx.gob.edomex.catgem.tests.faults;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One JSON line a figure or verdict, on the console and in {@code catgem-ear/target/faults.jsonl}. */
public final class FaultFigures {

    private static final Path FILE = Path.of(System.getProperty("catgem.ear")).resolveSibling("faults.jsonl");

    private FaultFigures() {}

    public static void measured(String name, double value, String unit) {
        write(Json.createObjectBuilder()
                .add("name", name)
                .add("value", rounded(value))
                .add("unit", unit)
                .addNull("bar")
                .addNull("ok")
                .build());
    }

    /** @param bar not to be exceeded; it is told, never a reason to fail */
    public static void measured(String name, double value, String unit, double bar) {
        write(Json.createObjectBuilder()
                .add("name", name)
                .add("value", rounded(value))
                .add("unit", unit)
                .add("bar", bar)
                .add("ok", value <= bar)
                .build());
    }

    public static void verdict(String name, String verdict, boolean passed) {
        write(Json.createObjectBuilder()
                .add("name", name)
                .add("value", verdict)
                .add("unit", "verdict")
                .add("bar", "PASSED")
                .add("ok", passed)
                .build());
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private static void write(JsonObject line) {
        System.out.println(line);
        try {
            Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("a figure cannot be written", e);
        }
    }
}
