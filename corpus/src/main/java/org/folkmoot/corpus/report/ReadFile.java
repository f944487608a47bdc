package org.folkmoot.corpus.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.folkmoot.corpus.Manifest;

/// One of the files that a run was told to read, as far as it may be published: a table by its name without the
/// folders it lay in, a folder as a whole, a letter without its name, which is often that of its sender.
///
/// @param name empty for a letter
/// @param files how many files it stands for
/// @param bytes of all of them
/// @param sha256 of its only file; empty where there are more
record ReadFile(String name, int files, long bytes, String sha256) {
    private static final Set<String> LETTERS = Set.of("pdf", "docx", "eml", "txt");

    /// Whether an option of the manifest names a file, and so is no option to show.
    static boolean isNamedBy(String option) {
        return option.startsWith("input-")
                || option.equals("codebook")
                || option.equals("reviewed")
                || option.equals("earlier-codings");
    }

    /// What was read, in the order in which the run was told.
    static List<ReadFile> of(Manifest manifest) {
        List<ReadFile> read = new ArrayList<>();
        List<Manifest.Input> left = new ArrayList<>(manifest.inputs());
        for (Map.Entry<String, String> option : manifest.options().entrySet()) {
            if (isNamedBy(option.getKey())) {
                Path named = Path.of(option.getValue());
                List<Manifest.Input> files = left.stream()
                        .filter(input -> Path.of(input.path()).startsWith(named))
                        .toList();
                left.removeAll(files);
                if (!files.isEmpty()) {
                    read.add(of(named, files));
                }
            }
        }
        left.forEach(input -> read.add(of(Path.of(input.path()), List.of(input))));
        return List.copyOf(read);
    }

    private static ReadFile of(Path named, List<Manifest.Input> files) {
        long bytes = files.stream().mapToLong(Manifest.Input::bytes).sum();
        Path last = named.getFileName();
        String name = last == null ? "" : last.toString();
        if (files.size() > 1 || !Path.of(files.getFirst().path()).equals(named)) {
            return new ReadFile(name, files.size(), bytes, "");
        }
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return new ReadFile(
                LETTERS.contains(ending) ? "" : name, 1, bytes, files.getFirst().sha256());
    }
}
