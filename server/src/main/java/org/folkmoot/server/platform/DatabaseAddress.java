package org.folkmoot.server.platform;

/// Where the database is and who owns it.
///
/// @param url for JDBC
/// @param user the owner of the tables, who may create a role
public record DatabaseAddress(String url, String user, String password) {
    @Override
    public String toString() {
        return url + " as " + user;
    }
}
