package org.folkmoot.text.code;

import java.util.List;
import org.folkmoot.text.theme.Theme;

/// Gives answers the themes they carry, as many as their passages carry, each with the passage and a calibrated
/// confidence.
///
/// Without examples: `ZeroShotCoder.fit`, from what the codebook says. A coder is immutable and may be used from
/// several threads; the codings of a batch depend on that batch and the coder alone, so that batches may be coded in
/// any order.
public sealed interface Coder permits ZeroShotCoder {
    /// The codebook; `Codings.theme` counts in it.
    List<Theme> themes();

    /// Codes the answers of one batch.
    Coded code(Batch batch);
}
