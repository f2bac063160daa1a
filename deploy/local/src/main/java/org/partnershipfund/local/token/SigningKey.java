package org.partnershipfund.local.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.partnershipfund.local.place.Secrets;

/** The key that signs tokens on this machine; made once, never printed. */
public final class SigningKey {

    private static final int BITS = 2048;

    private final Secrets secrets;

    public SigningKey(Secrets secrets) {
        this.secrets = secrets;
    }

    /** The public half, as {@code quarkus.oidc.public-key} takes it. */
    public String publicKey() {
        try {
            var key = privateKey();
            return Base64.getEncoder()
                    .encodeToString(KeyFactory.getInstance("RSA")
                            .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()))
                            .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the public key cannot be derived", e);
        }
    }

    PrivateKey key() {
        return privateKey();
    }

    private RSAPrivateCrtKey privateKey() {
        var file = secrets.file("token-signing.key");
        try {
            if (!Files.exists(file)) {
                var generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(BITS);
                secrets.write(
                        file,
                        Base64.getEncoder()
                                .encodeToString(
                                        generator.generateKeyPair().getPrivate().getEncoded()));
            }
            var encoded = Base64.getDecoder().decode(Files.readString(file).strip());
            return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot use " + file, e);
        }
    }
}
