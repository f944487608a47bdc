/// What people changed in the written spreadsheets and gave back: the codebook (`CodebookFile`) and the codings
/// (`ReviewedFile`).
@NullMarked
package org.folkmoot.corpus.edit;

import org.jspecify.annotations.NullMarked;
