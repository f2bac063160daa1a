package org.partnershipfund.foundation.web;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.partnershipfund.foundation.csv.CsvTable;

/** Every list as CSV, for callers that ask for {@code text/csv}; the next page is in the Link header. */
@Provider
@Produces(Pages.CSV)
public class PageCsvWriter implements MessageBodyWriter<Page<?>> {

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return Page.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            Page<?> page,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        headers.putSingle(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8;header=present");
        var text = new OutputStreamWriter(body, StandardCharsets.UTF_8);
        var items = itemType(page, genericType);
        if (items != null) {
            CsvTable.of(items).write(page.items(), text);
        }
        text.flush();
    }

    private static @org.jspecify.annotations.Nullable Class<?> itemType(Page<?> page, Type declared) {
        if (declared instanceof ParameterizedType withItems
                && withItems.getActualTypeArguments()[0] instanceof Class<?> items) {
            return items;
        }
        return page.items().isEmpty() ? null : page.items().getFirst().getClass();
    }
}
