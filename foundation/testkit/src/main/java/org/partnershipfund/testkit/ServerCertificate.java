package org.partnershipfund.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A certificate that a server of a test shows, signed by itself and made anew each time: for the address 127.0.0.1 and
 * no name.
 */
public final class ServerCertificate {

    private static final String ALIAS = "server";

    private final Path store;
    private final Path certificate;
    private final Path key;

    private ServerCertificate(Path store, Path certificate, Path key) {
        this.store = store;
        this.certificate = certificate;
        this.key = key;
    }

    /** Makes one by the JDK's keytool, in files of this folder. */
    public static ServerCertificate in(Path folder) {
        try {
            Path store = Files.createDirectories(folder).resolve("server.p12");
            run(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    ALIAS,
                    "-keyalg",
                    "EC",
                    "-groupname",
                    "secp256r1",
                    "-dname",
                    "CN=a server of a test",
                    "-ext",
                    "SAN=ip:127.0.0.1",
                    "-validity",
                    "2",
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    store.toString(),
                    "-storepass",
                    storePassword()));
            KeyStore made = KeyStore.getInstance(store.toFile(), storePassword().toCharArray());
            Path certificate = folder.resolve("server.crt");
            Files.writeString(
                    certificate, pem("CERTIFICATE", made.getCertificate(ALIAS).getEncoded()));
            Path key = folder.resolve("server-key");
            // PostgreSQL takes no key that anybody else may read.
            Files.createFile(key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    key,
                    pem(
                            "PRIVATE KEY",
                            made.getKey(ALIAS, storePassword().toCharArray()).getEncoded()));
            return new ServerCertificate(store, certificate, key);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a certificate in " + folder, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot read the certificate that was made in " + folder, e);
        }
    }

    /** What a client trusts that trusts this server: the certificate, as PEM. */
    public Path certificate() {
        return certificate;
    }

    /** The private key, as PEM. */
    Path key() {
        return key;
    }

    /** What PostgreSQL is told to speak TLS. */
    Map<String, String> postgresSettings() {
        return Map.of("ssl", "on", "ssl_cert_file", certificate.toString(), "ssl_key_file", key.toString());
    }

    /** What Kafka is told to speak TLS, to its clients and to itself. */
    Map<String, String> kafkaSettings() {
        return Map.of(
                "ssl.keystore.type", "PKCS12",
                "ssl.keystore.location", store.toString(),
                "ssl.keystore.password", storePassword(),
                "ssl.key.password", storePassword(),
                "ssl.truststore.type", "PEM",
                "ssl.truststore.location", certificate.toString());
    }

    private static String storePassword() {
        return PostgresWithoutDocker.PASSWORD.repeat(2);
    }

    private static String pem(String what, byte[] content) {
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(what, Base64.getMimeEncoder().encodeToString(content));
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("keytool: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while keytool ran", e);
        }
    }
}
