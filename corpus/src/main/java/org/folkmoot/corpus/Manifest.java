package org.folkmoot.corpus;

import java.util.List;
import java.util.SortedMap;

/// What a run was made of: enough to repeat it byte for byte. Timings are kept apart, because they differ from run to
/// run.
///
/// @param version of Folkmoot
/// @param inputs each input file's path as given, size in bytes and SHA-256
/// @param options name to value, seed included, defaults spelled out
/// @param roles column roles as used, in the form of `roles.yaml`
/// @param model name and SHA-256 of the embedding model
/// @param measures what the run measured of itself (student fidelity, sample sizes), by question and name
/// @param warnings for a person to read
public record Manifest(
        String version,
        List<Input> inputs,
        SortedMap<String, String> options,
        String roles,
        String model,
        SortedMap<String, String> measures,
        List<String> warnings) {
    /// @param path as given on the command line
    /// @param bytes size
    /// @param sha256 lower-case hexadecimal
    public record Input(String path, long bytes, String sha256) {}
}
