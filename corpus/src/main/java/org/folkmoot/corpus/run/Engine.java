package org.folkmoot.corpus.run;

import org.folkmoot.text.Crew;
import org.folkmoot.text.Progress;
import org.folkmoot.text.embed.Embedder;

/// What does the work.
///
/// @param transformer gives words a meaning; may be shared by several runs at once
/// @param crew who does the arithmetic; no result depends on it
/// @param progress hears how far the work has come, and may stop it
public record Engine(Embedder transformer, Crew crew, Progress progress) {}
