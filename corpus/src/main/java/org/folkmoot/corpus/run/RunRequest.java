package org.folkmoot.corpus.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.Manifest;
import org.folkmoot.corpus.Source;
import org.folkmoot.corpus.read.Roles;
import org.folkmoot.corpus.read.RolesFile;
import org.folkmoot.corpus.write.FileHashes;
import org.jspecify.annotations.Nullable;

/// What to run on: files, what a person says of them, and options. Two equal requests on the same files give the same
/// bytes.
///
/// @param inputs files of responses, or folders of letters
/// @param roles column roles that a person stated, null to guess them all
/// @param codebook an edited `themes.csv` to code to, null to discover the themes
/// @param reviewed an edited `codings.csv` with people's decisions, null if there are none; needs a codebook
/// @param earlier the `codings.csv` of the run whose codebook was edited, to learn where its themes lie; null if none
public record RunRequest(
        List<Path> inputs,
        @Nullable Roles roles,
        @Nullable Path codebook,
        @Nullable Path reviewed,
        @Nullable Path earlier,
        RunOptions options) {
    private static final String INPUT = "input-";
    private static final String CODEBOOK = "codebook";
    private static final String REVIEWED = "reviewed";
    private static final String EARLIER = "earlier-codings";

    public RunRequest {
        inputs = List.copyOf(inputs);
        if (reviewed != null && codebook == null) {
            throw new IllegalArgumentException("reviewed codings need the codebook they were coded to: " + reviewed);
        }
    }

    /// What `manifest.json` records of the options.
    SortedMap<String, String> recorded() {
        SortedMap<String, String> map = options.toMap();
        for (int i = 0; i < inputs.size(); i++) {
            map.put(
                    String.format(Locale.ROOT, "%s%04d", INPUT, i + 1),
                    inputs.get(i).toString());
        }
        if (codebook != null) {
            map.put(CODEBOOK, codebook.toString());
        }
        if (reviewed != null) {
            map.put(REVIEWED, reviewed.toString());
        }
        if (earlier != null) {
            map.put(EARLIER, earlier.toString());
        }
        return map;
    }

    /// The files and folders this run is told to read.
    public List<Path> named() {
        List<Path> named = new ArrayList<>(inputs);
        Stream.of(codebook, reviewed, earlier)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(named::add);
        return named;
    }

    /// Every file this run reads, with its size and hash; a folder stands for the files in it.
    List<Manifest.Input> files() {
        List<Manifest.Input> files = new ArrayList<>();
        for (Path file : filesOf(named())) {
            try {
                files.add(new Manifest.Input(file.toString(), Files.size(file), FileHashes.sha256(file)));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
        }
        return files;
    }

    private static List<Path> filesOf(List<Path> named) {
        List<Path> files = new ArrayList<>();
        for (Path path : named) {
            try (Stream<Path> below = Files.walk(path)) {
                below.filter(Files::isRegularFile).sorted().forEach(files::add);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + path, e);
            }
        }
        return files;
    }

    /// The files of responses that a manifest records and what it says of their columns, with usual options.
    public static RunRequest received(Manifest manifest) {
        Roles roles = RolesFile.parse(manifest.roles(), "manifest.json") instanceof RolesFile.Stated stated
                ? stated.roles()
                : null;
        return new RunRequest(
                manifest.options().tailMap(INPUT).entrySet().stream()
                        .takeWhile(entry -> entry.getKey().startsWith(INPUT))
                        .map(entry -> Path.of(entry.getValue()))
                        .toList(),
                roles,
                null,
                null,
                null,
                RunOptions.DEFAULT);
    }

    /// The request that a manifest records.
    public static RunRequest from(Manifest manifest) {
        SortedMap<String, String> options = manifest.options();
        String codebook = options.get(CODEBOOK);
        String reviewed = options.get(REVIEWED);
        String earlier = options.get(EARLIER);
        RunRequest received = received(manifest);
        return new RunRequest(
                received.inputs(),
                received.roles(),
                codebook == null ? null : Path.of(codebook),
                reviewed == null ? null : Path.of(reviewed),
                earlier == null ? null : Path.of(earlier),
                RunOptions.from(options));
    }

    /// What has changed in all files of this run since the manifest it comes from was written; empty if it can be
    /// repeated.
    public List<Fault> changedSince(Manifest manifest) {
        return changed(named(), manifest);
    }

    /// What has changed in the files of responses alone; empty if the same answers can be coded anew.
    public List<Fault> responsesChangedSince(Manifest manifest) {
        return changed(inputs, manifest);
    }

    private static List<Fault> changed(List<Path> named, Manifest manifest) {
        List<Fault> faults = new ArrayList<>();
        Set<Path> recorded = new HashSet<>();
        for (Manifest.Input input : manifest.inputs()) {
            Path file = Path.of(input.path());
            recorded.add(file);
            if (named.stream().noneMatch(file::startsWith)) {
                continue;
            }
            String remedy =
                    "start in the folder from which it was read, or put back the file (SHA-256 " + input.sha256() + ")";
            if (!Files.isRegularFile(file)) {
                faults.add(changed(file, "the file is not there", remedy));
            } else if (!FileHashes.sha256(file).equals(input.sha256())) {
                faults.add(changed(file, "the file has changed since the run", remedy));
            }
        }
        filesOf(named.stream().filter(Files::exists).toList()).stream()
                .filter(file -> !recorded.contains(file))
                .forEach(file -> faults.add(changed(file, "the file was not there in the run", "move it elsewhere")));
        return faults;
    }

    private static Fault changed(Path file, String message, String remedy) {
        Source source = new Source(file.toString(), "", 0);
        return new Fault(Fault.Severity.ERROR, "input-changed", source, "", message, remedy);
    }
}
