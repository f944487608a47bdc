package org.folkmoot.server.codebook;

/// A passage as its reader may see it.
///
/// @param key `answer:start:end`, as forms send it back
/// @param words verbatim, or with personal data hidden
/// @param language of the answer, as a BCP 47 tag; `und` or empty if unknown
/// @param submissions how many sent the text
public record ShownPassage(String key, long answer, String words, String language, int submissions, double score) {}
