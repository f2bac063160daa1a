package org.partnershipfund.kernel.envelope;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.interfaces.XECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import javax.crypto.KEM;

/**
 * The X25519 key pairs of officers, in the forms that {@code openssl} writes: a public key as SubjectPublicKeyInfo, a
 * private one as PKCS#8, both DER in base64, with or without the lines of a PEM file around it.
 */
public final class OfficerKeys {

    private static final String CURVE = "X25519";

    private OfficerKeys() {}

    /** A fresh pair; whoever makes it keeps the private half. */
    public static KeyPair generate() {
        try {
            return KeyPairGenerator.getInstance(CURVE).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java since 11 has X25519", e);
        }
    }

    /**
     * The public key of its text.
     *
     * @throws EnvelopeException if it is none, or one to which nothing can be sealed
     */
    public static PublicKey publicKey(String text) throws EnvelopeException {
        try {
            PublicKey key = KeyFactory.getInstance(CURVE).generatePublic(new X509EncodedKeySpec(der(text)));
            if (!(key instanceof XECPublicKey point)
                    || !(point.getParams() instanceof NamedParameterSpec curve)
                    || !curve.getName().equals(CURVE)) {
                throw new EnvelopeException("it is not a public key of X25519");
            }
            // A point of low order gives a secret that everybody knows; the JDK refuses it here and not before.
            var _ = KEM.getInstance("DHKEM").newEncapsulator(key).encapsulate();
            return key;
        } catch (GeneralSecurityException | ProviderException | IllegalArgumentException e) {
            throw new EnvelopeException("it is not a public key of X25519 (SubjectPublicKeyInfo in base64)", e);
        }
    }

    /**
     * The private key of its text.
     *
     * @throws EnvelopeException if it is none
     */
    public static PrivateKey privateKey(String text) throws EnvelopeException {
        try {
            return KeyFactory.getInstance(CURVE).generatePrivate(new PKCS8EncodedKeySpec(der(text)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new EnvelopeException("it is not a private key of X25519 (PKCS#8 in base64)", e);
        }
    }

    /** The text of a public key, one line. */
    public static String text(PublicKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    /** What is printed in a notice, so that anybody can compare: SHA-256 of the encoded key, in hex. */
    public static String fingerprint(PublicKey key) {
        return Sealing.hex(Sealing.sha256(key.getEncoded()));
    }

    private static byte[] der(String text) {
        return Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
    }
}
