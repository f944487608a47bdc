package org.folkmoot.server.identity;

/// The sections of a consultation's menu, in order.
enum Section {
    OVERVIEW("overview", "", Right.VIEW),
    THEMES("themes", "/themes", Right.VIEW),
    CODE("code", "/code", Right.CODE),
    QUALITY("quality", "/quality", Right.VIEW),
    READING("reading", "/reading", Right.READ_BLIND),
    CAMPAIGNS("campaigns", "/campaigns", Right.VIEW),
    EXPLORE("explore", "/explore", Right.VIEW),
    PRIVACY("privacy", "/privacy", Right.REDACT),
    REPORT("report", "/report", Right.VIEW),
    FILES("files", "/files", Right.IMPORT),
    HISTORY("history", "/history", Right.SEE_HISTORY),
    TEAM("team", "/team", Right.MANAGE_TEAM);

    private final String key;
    private final String path;
    private final Right right;

    Section(String key, String path, Right right) {
        this.key = key;
        this.path = path;
        this.right = right;
    }

    String key() {
        return key;
    }

    String path() {
        return path;
    }

    Right right() {
        return right;
    }
}
