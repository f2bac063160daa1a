package org.partnershipfund.foundation.files;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Files as they are handed out: to be saved, never to be shown by a browser. */
public final class Downloads {

    private Downloads() {}

    /**
     * 200 with the bytes as they were sent.
     *
     * @param bytes how many there are
     * @param sha256 of them, which is the ETag
     */
    public static Response toSave(InputStream content, String fileName, long bytes, String sha256) {
        return Response.ok(content, MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_LENGTH, bytes)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(fileName))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .tag(sha256)
                .build();
    }

    /** RFC 6266: letters of any language in {@code filename*}, and for old readers only the plain ones. */
    private static String attachment(String fileName) {
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s"
                .formatted(
                        fileName.replaceAll("[^A-Za-z0-9._ -]", "_"),
                        URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
