package org.folkmoot.corpus.write;

import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// Prints JSON with line feeds on every machine, so that the same run gives the same bytes.
final class LineFeeds {
    static final DefaultPrettyPrinter PRINTER = new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"));

    private LineFeeds() {}
}
