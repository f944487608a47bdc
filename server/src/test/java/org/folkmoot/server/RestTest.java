package org.folkmoot.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.server.TestClient.Answer;
import org.folkmoot.server.TestWorkbench.Person;
import org.folkmoot.server.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The REST interface: tokens, rights, its description, and what it reads.
class RestTest {
    private static final TestWorkbench WORKBENCH = TestWorkbench.start();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Person LEAD = WORKBENCH.person("Lea Rest");
    private static final long CONSULTATION = WORKBENCH.consultation("Quays", LEAD);
    private static final String PATH = "/api/v1/consultations/" + CONSULTATION;

    @AfterAll
    static void stop() {
        WORKBENCH.close();
    }

    private static Answer get(String path, String token) {
        return WORKBENCH.stranger().get(path, "Authorization", "Bearer " + token);
    }

    @Test
    void tokenActsAsItsPersonUntilItIsRevokedOrOld() {
        String token = WORKBENCH.token(LEAD);
        Answer answer = get("/api/v1/consultations", token);
        assertThat(JSON.readTree(answer.body()))
                .isEqualTo(
                        JSON.readTree("[{\"id\":%d,\"title\":\"Quays\",\"role\":\"LEAD\"}]".formatted(CONSULTATION)));
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        JsonNode wrong = JSON.readTree(get("/api/v1/consultations", "fm_wrong").body());
        assertThat(wrong.get("status").asInt()).isEqualTo(401);
        assertThat(wrong.get("detail").asString()).contains("not known here", "Your account");
        JsonNode none =
                JSON.readTree(WORKBENCH.stranger().get("/api/v1/consultations").body());
        assertThat(none.get("code").asString()).isEqualTo("no-token");
        assertThat(none.get("detail").asString()).contains("Authorization: Bearer");
        WORKBENCH.owner().sql("UPDATE api_token SET revoked_at = now()").update();
        Answer revoked = get("/api/v1/consultations", token);
        assertThat(revoked.status()).isEqualTo(401);
        assertThat(revoked.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        String old = WORKBENCH.token(LEAD);
        WORKBENCH.clock().advance(Duration.ofDays(1));
        assertThat(get("/api/v1/consultations", old).status()).isEqualTo(401);
    }

    @Test
    void sessionOfAPersonIsNoToken() {
        assertThat(WORKBENCH.signIn(LEAD).get("/api/v1/consultations").status()).isEqualTo(401);
    }

    @Test
    void disabledPersonsTokenIsWorthNothing() {
        Person person = WORKBENCH.member(CONSULTATION, "Dora Rest", Role.LEAD);
        String token = WORKBENCH.token(person);
        assertThat(get(PATH + "/questions", token).status()).isEqualTo(200);
        WORKBENCH
                .owner()
                .sql("UPDATE person SET disabled = true WHERE id = ?")
                .param(person.id())
                .update();
        assertThat(get(PATH + "/questions", token).status()).isEqualTo(401);
    }

    @Test
    void refusalsAreProblemDetails() {
        String token = WORKBENCH.token(WORKBENCH.member(CONSULTATION, "Rita Rest", Role.REVIEWER));
        Answer answer = get(PATH + "/questions", token);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(JSON.readTree(answer.body()).get("code").stringValue()).isEqualTo("forbidden");
        assertThat(get("/api/v1/consultations/987/questions", token).status()).isEqualTo(404);
    }

    @Test
    void consultationIsShownAsFarAsItsAskerMaySeeIt() {
        JsonNode lead = JSON.readTree(get(PATH, WORKBENCH.token(LEAD)).body());
        assertThat(lead.get("id").asLong()).isEqualTo(CONSULTATION);
        assertThat(lead.get("title").asString()).isEqualTo("Quays");
        assertThat(lead.get("role").asString()).isEqualTo("LEAD");
        assertThat(lead.get("ledger").get("received").asInt()).isZero();
        String token = WORKBENCH.token(LEAD);
        assertThat(lead.get("links").propertyNames())
                .contains("files", "report", "team")
                .doesNotContain("readings");
        lead.get("links")
                .propertyStream()
                .filter(link -> !link.getKey().equals("page"))
                .forEach(link -> assertThat(
                                get(link.getValue().asString(), token).status())
                        .as(link.getKey())
                        .isEqualTo(200));
        Person reader = WORKBENCH.member(CONSULTATION, "Rolf Rest", Role.REVIEWER);
        JsonNode blind = JSON.readTree(get(PATH, WORKBENCH.token(reader)).body());
        assertThat(blind.get("ledger").isNull())
                .as("figures for a blind reader")
                .isTrue();
        assertThat(blind.get("links").propertyNames()).containsExactly("page", "readings", "self");
        assertThat(blind.get("rights").valueStream().map(JsonNode::asString)).containsExactly("VISIT", "READ_BLIND");
        assertThat(get(PATH, WORKBENCH.token(WORKBENCH.person("Sven Rest"))).status())
                .isEqualTo(404);
    }

    @Test
    void fieldThatIsNotUnderstoodIsNamed() {
        Answer answer = WORKBENCH
                .stranger()
                .send(
                        "POST",
                        "/api/v1/tokens",
                        "{\"name\":\"n\",\"days\":1,\"allows\":\"EVERYTHING\"}",
                        "Authorization",
                        "Bearer " + WORKBENCH.token(LEAD),
                        "Content-Type",
                        "application/json");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).get("errors"))
                .isEqualTo(JSON.readTree(
                        "[{\"pointer\":\"#/allows\",\"detail\":\"must be one of [READ, WRITE, ADMINISTER]\"}]"));
    }

    @Test
    void questionsLedgerVersionsAndAuditAreRead() {
        String token = WORKBENCH.token(LEAD);
        long question =
                WORKBENCH.owner().sql("""
                        INSERT INTO question (consultation_id, code, position, text, kind)
                        VALUES (?, 'Q1', 1, 'Why?', 'OPEN') RETURNING id""").param(CONSULTATION).query(Long.class).single();
        long other = WORKBENCH.consultation("Elsewhere", LEAD);
        assertThat(JSON.readTree(get(PATH + "/questions", token).body()))
                .isEqualTo(
                        JSON.readTree(("[{\"id\":%d,\"code\":\"Q1\",\"position\":1,\"text\":\"Why?\",\"kind\":\"OPEN\","
                                        + "\"answers\":0}]")
                                .formatted(question)));
        assertThat(JSON.readTree(get(PATH + "/ledger", token).body()))
                .isEqualTo(
                        JSON.readTree("{\"received\":0,\"excluded\":0,\"superseded\":0,\"counted\":0,\"reasons\":[]}"));
        assertThat(get(PATH + "/questions/" + question + "/versions", token).body())
                .isEqualTo("[]");
        assertThat(get("/api/v1/consultations/" + other + "/questions/" + question + "/versions", token)
                        .status())
                .as("a question of another consultation of the same lead")
                .isEqualTo(404);
        WORKBENCH.signIn(LEAD).post("/consultations/" + CONSULTATION + "/history/extract");
        JsonNode audit = JSON.readTree(get(PATH + "/audit", token).body());
        assertThat(audit.get("entries").get(0).get("action").stringValue()).isEqualTo("history.extracted");
        assertThat(audit.get("head").stringValue()).matches("\\d+:[0-9a-f]{64}");
    }

    @Test
    void descriptionHasEveryRouteWithItsParameters() {
        Answer answer = WORKBENCH.stranger().get("/api/openapi.json");
        JsonNode document = JSON.readTree(answer.body());
        assertThat(document.get("openapi").stringValue()).isEqualTo("3.1.0");
        List<String> missing = new ArrayList<>();
        for (AccessMatrix.Route route : AccessMatrix.routes(WORKBENCH)) {
            if (route.isApi()) {
                JsonNode operation = document.get("paths")
                        .path(route.path())
                        .path(route.method().toLowerCase(java.util.Locale.ROOT));
                long described = operation
                        .path("parameters")
                        .valueStream()
                        .filter(parameter -> route.path()
                                .contains("{" + parameter.get("name").stringValue() + "}"))
                        .count();
                if (operation.isMissingNode() || described != route.path().split("\\{", -1).length - 1) {
                    missing.add(route.method() + " " + route.path());
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(document.at("/components/schemas/StatedRoles/properties").propertyNames())
                .containsExactly("columns", "headerRows", "sheets");
        assertThat(document.at("/components/schemas/StatedRoles.Column/required"))
                .isEqualTo(JSON.readTree("[\"column\",\"role\"]"));
        assertThat(document.at("/components/responses/Unknown/content").propertyNames())
                .containsExactly("application/problem+json");
        assertThat(document.findValuesAsString("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void descriptionIsValidAndCompleteToAReaderOfOpenApi() {
        String document = WORKBENCH.stranger().get("/api/openapi.json").body();
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        SwaggerParseResult read = new OpenAPIV3Parser().readContents(document, null, options);
        assertThat(read.getMessages()).isEmpty();
        List<String> operations = new ArrayList<>();
        read.getOpenAPI()
                .getPaths()
                .values()
                .forEach(path -> path.readOperations().forEach(operation -> {
                    operations.add(operation.getOperationId());
                    assertThat(operation.getSummary())
                            .as(operation.getOperationId())
                            .isNotBlank();
                    assertThat(operation.getResponses().keySet().stream().filter(status -> status.startsWith("2")))
                            .as(operation.getOperationId())
                            .hasSize(1);
                }));
        assertThat(operations)
                .doesNotHaveDuplicates()
                .hasSameSizeAs(AccessMatrix.routes(WORKBENCH).stream()
                        .filter(AccessMatrix.Route::isApi)
                        .toList());
        List<String> vague = new ArrayList<>();
        JSON.readTree(document)
                .get("components")
                .get("schemas")
                .propertyStream()
                .forEach(schema -> schema.getValue()
                        .get("properties")
                        .propertyStream()
                        .filter(property -> property.getValue().isEmpty())
                        .forEach(property -> vague.add(schema.getKey() + "." + property.getKey())));
        assertThat(vague).as("properties of which nothing is said").isEmpty();
    }
}
