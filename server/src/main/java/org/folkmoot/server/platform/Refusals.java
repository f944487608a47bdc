package org.folkmoot.server.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;

/// Turns what cannot be done into a page for people, or into problem details for programs.
@RestControllerAdvice
class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final Pages pages;

    Refusals(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler(Refused.class)
    ResponseEntity<?> refused(Refused refused, HttpServletRequest request) {
        return answer(request, refused.status(), refused.code(), refused.text(), refused.fields());
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<?> failed(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse known) {
            HttpStatusCode status = known.getStatusCode();
            HttpStatus named = HttpStatus.valueOf(status.value());
            String code = named == HttpStatus.NOT_FOUND ? "not-found" : "bad-request";
            return answer(request, named, code, Words.ENGLISH.t("refused." + code));
        }
        if (failure instanceof HttpMessageNotReadableException unread) {
            return answer(
                    request,
                    HttpStatus.BAD_REQUEST,
                    "bad-request",
                    Words.ENGLISH.t("refused.bad-request"),
                    misread(unread.getCause()));
        }
        if (failure instanceof org.springframework.web.bind.ServletRequestBindingException
                || failure instanceof org.springframework.web.method.annotation.MethodArgumentTypeMismatchException
                || failure instanceof org.springframework.web.multipart.MultipartException) {
            return answer(request, HttpStatus.BAD_REQUEST, "bad-request", Words.ENGLISH.t("refused.bad-request"));
        }
        if (isOfData(failure)) {
            return answer(request, HttpStatus.BAD_REQUEST, "bad-request", Words.ENGLISH.t("refused.bad-request"));
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("request {} {} failed, reference {}", request.getMethod(), address(request), reference, failure);
        return answer(
                request, HttpStatus.INTERNAL_SERVER_ERROR, "failure", Words.ENGLISH.t("refused.failure", reference));
    }

    /// The field of a JSON document that could not be read as what it should be, as far as that is known.
    private static List<Refused.Field> misread(@Nullable Throwable cause) {
        if (!(cause instanceof JacksonException json) || json.getPath().isEmpty()) {
            return List.of();
        }
        StringBuilder pointer = new StringBuilder("#");
        for (JacksonException.Reference step : json.getPath()) {
            String name = step.getPropertyName();
            pointer.append('/')
                    .append(
                            name == null
                                    ? Integer.toString(step.getIndex())
                                    : name.replace("~", "~0").replace("/", "~1"));
        }
        String expected = cause instanceof InvalidFormatException format
                        && format.getTargetType().isEnum()
                ? Words.ENGLISH.t(
                        "refused.one-of", List.of(format.getTargetType().getEnumConstants()))
                : Words.ENGLISH.t("refused.not-readable");
        return List.of(new Refused.Field(pointer.toString(), expected));
    }

    /// Whether there is a value that the database cannot hold, such as a text with a zero character.
    private static boolean isOfData(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RequestRejectedException) {
                return true;
            }
            if (cause instanceof SQLException database && database.getSQLState() != null) {
                return database.getSQLState().startsWith("22");
            }
        }
        return false;
    }

    /// Without the token of an invitation, which is a key.
    private static String address(HttpServletRequest request) {
        return request.getRequestURI().replaceFirst("^(/invitation/).*", "$1…");
    }

    private ResponseEntity<?> answer(HttpServletRequest request, HttpStatus status, String code, String message) {
        return answer(request, status, code, message, List.of());
    }

    private ResponseEntity<?> answer(
            HttpServletRequest request, HttpStatus status, String code, String message, List<Refused.Field> fields) {
        if (Problems.areReadBy(request)) {
            ProblemDetail problem = Problems.of(status, code, message);
            if (!fields.isEmpty()) {
                problem.setProperty("errors", fields);
            }
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        return pages.show(status, "platform/refused.jte", place(request, code), message);
    }

    /// Within the consultation that was asked for, with its menu, if the asker belongs to it.
    private static Place place(HttpServletRequest request, String code) {
        return request.getAttribute(Place.class.getName()) instanceof Place within
                ? within.at(code)
                : Place.outside(code);
    }
}
