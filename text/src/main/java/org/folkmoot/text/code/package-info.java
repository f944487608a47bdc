/// Coding: giving passages the themes they carry, with a calibrated confidence. Start at `Coder`.
@NullMarked
package org.folkmoot.text.code;

import org.jspecify.annotations.NullMarked;
