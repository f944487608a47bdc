/// The consultation desk: import, overview, runs, exploring, campaigns, personal data, report. Start at `Overview`.
@NullMarked
package org.folkmoot.server.consultation;

import org.jspecify.annotations.NullMarked;
