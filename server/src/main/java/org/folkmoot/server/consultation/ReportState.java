package org.folkmoot.server.consultation;

import java.util.List;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.LifeCycle;

/// The states of a consultation's report.
public enum ReportState {
    /// Being written.
    DRAFT,
    /// The lead stands by it; its figures of that moment are kept.
    PUBLISHED;

    static final String PUBLISH = "publish";
    static final String TAKE_BACK = "take back";

    /// What becomes of a report.
    public static final LifeCycle<ReportState, Right> LIFE_CYCLE = new LifeCycle<>(
            "report",
            DRAFT,
            List.of(
                    new LifeCycle.Step<>(DRAFT, PUBLISH, PUBLISHED, Right.PUBLISH, "report.published"),
                    new LifeCycle.Step<>(PUBLISHED, TAKE_BACK, DRAFT, Right.PUBLISH, "report.taken-back")));
}
