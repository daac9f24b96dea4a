import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks ({@code --dry-run}) or rewrites ({@code --replace}) every Java file below a folder with palantir-java-format.
 * It is run by the build on the JDK 25 of the toolchain, because the formatter parses with the javac it runs on.
 */
class FormatJava {
    public static void main(String[] arguments) throws IOException {
        boolean replace = arguments[0].equals("--replace");
        Path root = Path.of(arguments[1]);
        Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
                .style(JavaFormatterOptions.Style.PALANTIR)
                .build());
        List<String> wrong = new ArrayList<>();
        try (var files = Files.walk(root)) {
            for (Path file : files.filter(FormatJava::isOurs).sorted().toList()) {
                if (!isFormatted(formatter, file, replace)) {
                    wrong.add(root.relativize(file).toString());
                }
            }
        }
        if (!wrong.isEmpty()) {
            System.err.println("Not formatted, run 'mvn -N process-sources -Dformat.mode=--replace':");
            wrong.forEach(file -> System.err.println("  " + file));
            System.exit(1);
        }
    }

    private static boolean isOurs(Path file) {
        return file.toString().endsWith(".java") && file.toString().contains("/src/");
    }

    private static boolean isFormatted(Formatter formatter, Path file, boolean replace) throws IOException {
        String source = Files.readString(file);
        String formatted;
        try {
            formatted = formatter.formatSourceAndFixImports(source);
        } catch (Exception e) {
            System.err.println(file + ": " + e.getMessage());
            return false;
        }
        if (source.equals(formatted)) {
            return true;
        }
        if (replace) {
            Files.writeString(file, formatted);
        }
        return replace;
    }
}
