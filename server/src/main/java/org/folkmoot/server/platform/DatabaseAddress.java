package org.folkmoot.server.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Where the database is and who owns it.
///
/// @param url for JDBC
/// @param user the owner of the tables, who may create a role
public record DatabaseAddress(String url, String user, String password) {
    /// A connection of the owner's, whom no policy stops.
    public Connection open() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    @Override
    public String toString() {
        return url + " as " + user;
    }
}
