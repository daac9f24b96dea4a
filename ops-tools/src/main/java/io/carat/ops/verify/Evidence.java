package io.carat.ops.verify;

import io.carat.core.host.OneLine;
import io.carat.core.signedhead.ChainFolder;
import io.carat.core.signedhead.HeadFile;
import io.carat.core.signedhead.KeyRefused;
import io.carat.core.signedhead.PublicKeys;
import io.carat.ops.client.CaratFailure;
import io.carat.ops.verify.Finding.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What is known of a log from outside its database.
 *
 * @param heads that were kept
 * @param keys whose signatures count
 * @param findings about lines that hold no head
 * @param notes about lines that were not written to their end, as when a machine goes down
 */
public record Evidence(List<KeptHead> heads, PublicKeys keys, List<Finding> findings, List<String> notes) {

    public Evidence {
        heads = List.copyOf(heads);
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    /**
     * What the nodes of these data directories have kept; nothing where one has kept nothing.
     *
     * @throws CaratFailure when something is there and cannot be read
     */
    public static Evidence of(List<Path> dataDirectories) {
        List<ChainFolder> folders =
                dataDirectories.stream().map(ChainFolder::in).toList();
        return of(
                folders.stream()
                        .map(ChainFolder::heads)
                        .map(HeadFile::path)
                        .filter(Files::exists)
                        .toList(),
                folders.stream().map(ChainFolder::keys).toList());
    }

    /**
     * The heads of these files, and the keys of these folders.
     *
     * @throws CaratFailure when a file cannot be read
     */
    public static Evidence of(List<Path> headFiles, List<Path> keyFolders) {
        List<KeptHead> heads = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Path file : headFiles) {
            read(file, line -> {
                String source = "line " + line.number() + " of " + file;
                if (line.head().isPresent()) {
                    heads.add(new KeptHead(line.head().get(), source));
                } else if (line.isTorn()) {
                    notes.add(source + " was not written to its end and is passed over.");
                } else {
                    findings.add(Finding.of(Kind.UNREADABLE_HEAD, source + " is no signed head"));
                }
            });
        }
        return new Evidence(heads, keys(keyFolders), findings, notes);
    }

    private static void read(Path file, Consumer<HeadFile.Line> reader) {
        try {
            new HeadFile(file).read(reader);
        } catch (IOException e) {
            throw new CaratFailure("The kept heads in " + file + " cannot be read (" + OneLine.of(e) + ").", e);
        }
    }

    private static PublicKeys keys(List<Path> folders) {
        try {
            return PublicKeys.in(folders);
        } catch (KeyRefused e) {
            throw new CaratFailure("The keys cannot be used: " + e.getMessage() + ".", e);
        }
    }
}
