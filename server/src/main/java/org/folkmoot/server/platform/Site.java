package org.folkmoot.server.platform;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Where people reach the workbench: `--public-url` if whoever runs it said so.
@Component
public final class Site {
    private final String stated;

    Site(@Value("${folkmoot.public-url:}") String stated) {
        this.stated = checked(stated);
    }

    /// A stated address without its slash at the end; empty for none.
    ///
    /// @throws IllegalStateException if it is no http or https address without path and query
    public static String checked(String stated) {
        String plain = stated.strip().replaceFirst("/+$", "");
        if (plain.isEmpty()) {
            return plain;
        }
        try {
            URI uri = new URI(plain);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web && uri.getHost() != null && uri.getRawPath().isEmpty() && uri.getRawQuery() == null) {
                return plain;
            }
        } catch (java.net.URISyntaxException _) {
            // said below
        }
        throw new IllegalStateException("the public URL is to be like https://consultations.example.org: " + stated);
    }

    /// Whether it was stated.
    public boolean isStated() {
        return !stated.isEmpty();
    }

    /// Its address without a slash at the end: as stated, else as the current request was addressed. What is sent to
    /// people must not follow the `Host` header of a request where the address is known.
    public String address() {
        return isStated()
                ? stated
                : ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
    }

    /// As stated.
    public String stated() {
        return stated;
    }
}
