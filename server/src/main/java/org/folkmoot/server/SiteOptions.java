package org.folkmoot.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.folkmoot.server.platform.Site;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where people reach the workbench and how they sign in: options, each with a variable of the environment in its
/// place. A secret is read from a file or the environment, never from the command line, which every user of the
/// machine can see.
final class SiteOptions {
    private static final String LOOPBACK = "127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|0:0:0:0:0:0:0:1|::1";

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description =
                    "Address at which people reach the workbench, such as https://consultations.example.org, if a "
                            + "reverse proxy stands before it (FOLKMOOT_PUBLIC_URL). With https, cookies travel over TLS only.")
    private @Nullable String publicUrl;

    @Option(
            names = "--trusted-proxy",
            paramLabel = "ADDRESS",
            description =
                    "IP address of a reverse proxy whose X-Forwarded headers are believed; this machine's own are "
                            + "once a public URL is stated (FOLKMOOT_TRUSTED_PROXY, several with commas).")
    private List<String> proxies = new ArrayList<>();

    @Option(
            names = "--oidc-issuer",
            paramLabel = "URL",
            description =
                    "OpenID Connect provider at which people may sign in (FOLKMOOT_OIDC_ISSUER). Its redirect URI "
                            + "for the workbench is PUBLIC-URL/login/oauth2/code/oidc.")
    private @Nullable String issuer;

    @Option(
            names = "--oidc-client-id",
            paramLabel = "ID",
            description = "What the provider calls the workbench (FOLKMOOT_OIDC_CLIENT_ID).")
    private @Nullable String clientId;

    @Option(
            names = "--oidc-client-secret-file",
            paramLabel = "FILE",
            description =
                    "File with the secret that the provider gave (FOLKMOOT_OIDC_CLIENT_SECRET_FILE; or the secret "
                            + "itself in FOLKMOOT_OIDC_CLIENT_SECRET).")
    private @Nullable String secretFile;

    @Option(
            names = "--oidc-name",
            paramLabel = "NAME",
            description = "What people call the provider: \"Sign in with NAME\" (FOLKMOOT_OIDC_NAME).")
    private @Nullable String name;

    /// Settings of Spring, as `--name=value`.
    ///
    /// @param environment variables by name
    /// @throws IllegalStateException if something is missing or not understood
    List<String> settings(Map<String, String> environment) {
        List<String> settings = new ArrayList<>();
        String url = Site.checked(stated(publicUrl, environment, "FOLKMOOT_PUBLIC_URL"));
        if (!url.isEmpty()) {
            settings.add("--folkmoot.public-url=" + url);
            settings.add("--server.servlet.session.cookie.secure=" + url.startsWith("https:"));
            settings.add("--server.forward-headers-strategy=native");
            settings.add("--server.tomcat.remoteip.internal-proxies=" + trusted(environment));
        }
        String provider = stated(issuer, environment, "FOLKMOOT_OIDC_ISSUER");
        if (!provider.isEmpty()) {
            settings.add("--folkmoot.oidc.issuer=" + provider);
            settings.add("--folkmoot.oidc.client-id="
                    + required(stated(clientId, environment, "FOLKMOOT_OIDC_CLIENT_ID"), "--oidc-client-id"));
            settings.add("--folkmoot.oidc.client-secret=" + required(secret(environment), "--oidc-client-secret-file"));
            settings.add("--folkmoot.oidc.name=" + stated(name, environment, "FOLKMOOT_OIDC_NAME"));
        }
        return settings;
    }

    /// The address that was stated, empty if none was.
    String publicUrl(Map<String, String> environment) {
        return Site.checked(stated(publicUrl, environment, "FOLKMOOT_PUBLIC_URL"));
    }

    private String trusted(Map<String, String> environment) {
        List<String> named = new ArrayList<>(proxies);
        named.addAll(
                List.of(environment.getOrDefault("FOLKMOOT_TRUSTED_PROXY", "").split(",", -1)));
        StringBuilder pattern = new StringBuilder(LOOPBACK);
        named.stream()
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .forEach(address -> pattern.append('|').append(Pattern.quote(address)));
        return pattern.toString();
    }

    private String secret(Map<String, String> environment) {
        String file = stated(secretFile, environment, "FOLKMOOT_OIDC_CLIENT_SECRET_FILE");
        if (file.isEmpty()) {
            return environment.getOrDefault("FOLKMOOT_OIDC_CLIENT_SECRET", "").strip();
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the provider's secret in " + file, e);
        }
    }

    private static String stated(@Nullable String option, Map<String, String> environment, String variable) {
        return (option == null ? environment.getOrDefault(variable, "") : option).strip();
    }

    private static String required(String value, String option) {
        if (value.isEmpty()) {
            throw new IllegalStateException("an OpenID Connect provider needs " + option + " as well");
        }
        return value;
    }
}
