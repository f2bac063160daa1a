package org.partnershipfund.foundation.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which methods an address knows: the header Allow of a 405, which the framework leaves out. */
@ApplicationScoped
class KnownMethods {

    private static final Pattern PARAMETER = Pattern.compile("\\{[^/{}]+}");

    private record Door(Pattern path, String method) {}

    private final List<Door> doors;

    @Inject
    KnownMethods(BeanManager beans) {
        this.doors = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .distinct()
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> doorsOf(type).stream())
                .toList();
    }

    /** Such as {@code GET, HEAD, OPTIONS, POST}. */
    String allowedAt(@Nullable String path) {
        var methods = new TreeSet<String>();
        for (Door door : doors) {
            if (path != null && door.path().matcher(path).matches()) {
                methods.add(door.method());
            }
        }
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        methods.add(HttpMethod.OPTIONS);
        return String.join(", ", methods);
    }

    private static List<Door> doorsOf(Class<?> resource) {
        var doors = new ArrayList<Door>();
        for (Method method : resource.getMethods()) {
            for (Annotation annotation : method.getAnnotations()) {
                @Nullable HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
                if (verb != null) {
                    doors.add(new Door(pattern(resource.getAnnotation(Path.class), method), verb.value()));
                }
            }
        }
        return doors;
    }

    private static Pattern pattern(@Nullable Path ofClass, Method method) {
        @Nullable Path ofMethod = method.getAnnotation(Path.class);
        var template = (ofClass == null ? "" : ofClass.value()) + "/" + (ofMethod == null ? "" : ofMethod.value());
        var steps = Arrays.stream(template.split("/"))
                .filter(step -> !step.isEmpty())
                .map(step -> PARAMETER.matcher(step).matches() ? "[^/]+" : Pattern.quote(step))
                .toList();
        return Pattern.compile("/" + String.join("/", steps) + "/?");
    }
}
