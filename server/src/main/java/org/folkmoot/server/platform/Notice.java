package org.folkmoot.server.platform;

import java.io.Serializable;

/// What came of the last action, said once on the page that follows.
///
/// @param refuses whether nothing was done, and why
public record Notice(String text, boolean refuses) implements Serializable {}
