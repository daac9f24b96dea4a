package io.carat.ops.verify;

import io.carat.core.signedhead.ChainFolder;
import io.carat.core.signedhead.HeadFile;
import io.carat.core.signedhead.KeyRefused;
import io.carat.core.signedhead.PublicKeys;
import io.carat.ops.client.CaratFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What is known of a log from outside its database.
 *
 * @param heads that were kept
 * @param keys whose signatures count
 * @param findings about files and lines that hold no head
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
        List<HeadFileReading> files =
                headFiles.stream().map(HeadFileReading::of).toList();
        return new Evidence(
                files.stream().flatMap(file -> file.heads().stream()).toList(),
                keys(keyFolders),
                files.stream().flatMap(file -> file.findings().stream()).toList(),
                files.stream().flatMap(file -> file.notes().stream()).toList());
    }

    private static PublicKeys keys(List<Path> folders) {
        try {
            return PublicKeys.in(folders);
        } catch (KeyRefused e) {
            throw new CaratFailure("The keys cannot be used: " + e.getMessage() + ".", e);
        }
    }
}
