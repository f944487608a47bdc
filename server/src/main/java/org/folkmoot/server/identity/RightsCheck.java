package org.folkmoot.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.folkmoot.server.platform.Open;
import org.folkmoot.server.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Lets a request reach its route only if the asker has the right that the route needs.
///
/// Someone without any role in a consultation is told that it does not exist; someone whose role is too little, that
/// they lack the right.
@Component
class RightsCheck implements HandlerInterceptor, WebMvcConfigurer, HandlerMethodArgumentResolver {
    private static final String CONSULTATION = "consultation";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)
                || isErrorPage(method)
                || method.hasMethodAnnotation(Open.class)) {
            return true;
        }
        Needs needs = method.getMethodAnnotation(Needs.class);
        Asker asker = (Asker) request.getAttribute(Asker.class.getName());
        if (needs == null || asker == null) {
            throw Refused.forbidden();
        }
        Right right = needs.value();
        if (!HttpMethod.GET.matches(request.getMethod()) && !asker.mayChange(right)) {
            throw new Refused(HttpStatus.FORBIDDEN, "token-too-little");
        }
        if (!right.isOfConsultation()) {
            if (!asker.may(right)) {
                throw Refused.forbidden();
            }
            return true;
        }
        Long consultation = consultation(request);
        if (consultation == null
                || asker.role(consultation) == null
                || !consultation.equals(AskerFilter.shown(request))) {
            throw Refused.notFound();
        }
        if (!asker.may(right, consultation)) {
            throw Refused.forbidden();
        }
        return true;
    }

    private static boolean isErrorPage(HandlerMethod method) {
        return method.getBeanType().getName().startsWith("org.springframework.boot.");
    }

    private static @Nullable Long consultation(HttpServletRequest request) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.get(CONSULTATION) instanceof String text) {
            try {
                return Long.valueOf(text);
            } catch (NumberFormatException _) {
                return null;
            }
        }
        return null;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Asker.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        return request.getAttribute(Asker.class.getName(), RequestAttributes.SCOPE_REQUEST);
    }
}
