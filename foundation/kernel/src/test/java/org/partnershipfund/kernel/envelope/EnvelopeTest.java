package org.partnershipfund.kernel.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnershipfund.kernel.envelope.Envelope.Part;

/** An envelope opens with both shares for what it was sealed for, and in no other way. */
class EnvelopeTest {

    private static final UUID TENDER = new UUID(1, 1);
    private static final UUID BIDDER = new UUID(2, 2);
    private static final KeyPair ONE = OfficerKeys.generate();
    private static final KeyPair TWO = OfficerKeys.generate();

    private static final Envelope.Sealed WHOLE = whole();

    private static Envelope.Sealed whole() {
        try {
            return sealed("price");
        } catch (EnvelopeException e) {
            throw new IllegalStateException("it can be sealed", e);
        }
    }

    private static Envelope.Sealed sealed(String content) throws EnvelopeException {
        return Envelope.seal(
                TENDER,
                Part.PRICE,
                BIDDER,
                List.of(ONE.getPublic(), TWO.getPublic()),
                content.getBytes(StandardCharsets.UTF_8),
                new SecureRandom());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1019, 1020, 1021, Envelope.LONGEST_PRICE})
    void two_officers_open_it_together(int length) throws EnvelopeException {
        String content = "7".repeat(length);
        var envelope = Envelope.of(sealed(content).envelope().bytes());
        byte[] one = WrappedShare.ofText(envelope.share(0).text()).unwrap(ONE.getPrivate());
        byte[] two = WrappedShare.ofText(envelope.share(1).text()).unwrap(TWO.getPrivate());

        assertThat(envelope.open(TENDER, Part.PRICE, BIDDER, one, two))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(content);
    }

    @Test
    void the_shares_that_a_bidder_kept_open_it_when_a_key_is_lost() throws EnvelopeException {
        var sealed = sealed("price");

        assertThat(sealed.envelope()
                        .open(
                                TENDER,
                                Part.PRICE,
                                BIDDER,
                                sealed.shares().get(0),
                                sealed.shares().get(1)))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("price");
    }

    @Test
    void one_officer_alone_reads_neither_the_other_share_nor_the_content() throws EnvelopeException {
        var envelope = sealed("price").envelope();
        byte[] one = envelope.share(0).unwrap(ONE.getPrivate());

        assertThatThrownBy(() -> envelope.share(1).unwrap(ONE.getPrivate())).isInstanceOf(EnvelopeException.class);
        assertThatThrownBy(() -> envelope.open(TENDER, Part.PRICE, BIDDER, one, one))
                .isInstanceOf(EnvelopeException.class)
                .hasMessage("these are not its shares");
        assertThat(envelope.isShare(1, one)).isFalse();
    }

    @Test
    void it_opens_for_no_other_tender_part_or_bidder() throws EnvelopeException {
        var sealed = sealed("price");
        byte[] one = sealed.shares().get(0);
        byte[] two = sealed.shares().get(1);

        assertThatThrownBy(() -> sealed.envelope().open(new UUID(9, 9), Part.PRICE, BIDDER, one, two))
                .isInstanceOf(EnvelopeException.class);
        assertThatThrownBy(() -> sealed.envelope().open(TENDER, Part.TECHNICAL, BIDDER, one, two))
                .isInstanceOf(EnvelopeException.class);
        assertThatThrownBy(() -> sealed.envelope().open(TENDER, Part.PRICE, new UUID(9, 9), one, two))
                .isInstanceOf(EnvelopeException.class);
    }

    @Test
    void a_changed_byte_anywhere_is_noticed() throws EnvelopeException {
        var sealed = sealed("price");
        byte[] bytes = sealed.envelope().bytes();
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> Envelope.of(changed)
                            .open(
                                    TENDER,
                                    Part.PRICE,
                                    BIDDER,
                                    sealed.shares().get(0),
                                    sealed.shares().get(1)))
                    .isInstanceOf(EnvelopeException.class);
        }
    }

    @Test
    void it_says_for_which_tender_part_and_keys_it_is_and_not_from_whom() throws EnvelopeException {
        var envelope = sealed("price").envelope();
        var keys = List.of(OfficerKeys.fingerprint(ONE.getPublic()), OfficerKeys.fingerprint(TWO.getPublic()));

        assertThat(envelope.isFor(TENDER, Part.PRICE, keys)).isTrue();
        assertThat(envelope.isFor(TENDER, Part.PRICE, keys.reversed())).isFalse();
        assertThat(envelope.isFor(TENDER, Part.TECHNICAL, keys)).isFalse();
        assertThat(envelope.isFor(new UUID(9, 9), Part.PRICE, keys)).isFalse();
        assertThat(Sealing.hex(envelope.bytes())).doesNotContain(Sealing.hex(Sealing.bytes(BIDDER)));
    }

    @Test
    void a_price_does_not_show_how_long_it_is() throws EnvelopeException {
        assertThat(sealed("9").envelope().bytes())
                .hasSameSizeAs(sealed("1000000.00").envelope().bytes());
    }

    @Test
    void the_same_content_never_looks_the_same() throws EnvelopeException {
        assertThat(sealed("9").envelope().digest())
                .isNotEqualTo(sealed("9").envelope().digest());
    }

    @Test
    void what_is_too_long_is_not_sealed() {
        assertThatThrownBy(() -> sealed("7".repeat(Envelope.LONGEST_PRICE + 1)))
                .isInstanceOf(EnvelopeException.class)
                .hasMessageContaining("65537");
        assertThatThrownBy(() -> technical(Envelope.LONGEST_CONTENT + 1))
                .isInstanceOf(EnvelopeException.class)
                .hasMessageContaining("4194305");
    }

    @Test
    void a_proposal_is_longer_than_a_price_may_be() throws EnvelopeException {
        var longest = technical(Envelope.LONGEST_CONTENT).envelope();

        assertThat(longest.isShortEnough(Part.TECHNICAL)).isTrue();
        assertThat(longest.isShortEnough(Part.PRICE)).isFalse();
        assertThat(sealed("7".repeat(Envelope.LONGEST_PRICE)).envelope().isShortEnough(Part.PRICE))
                .isTrue();
        assertThat(technical(Envelope.LONGEST_PRICE + 2048).envelope().isShortEnough(Part.PRICE))
                .isFalse();
    }

    private static Envelope.Sealed technical(int length) throws EnvelopeException {
        return Envelope.seal(
                TENDER,
                Part.TECHNICAL,
                BIDDER,
                List.of(ONE.getPublic(), TWO.getPublic()),
                new byte[length],
                new SecureRandom());
    }

    @Test
    void its_head_is_enough_to_give_shares_out_and_to_check_them() throws EnvelopeException {
        var sealed = sealed("price");
        byte[] bytes = sealed.envelope().bytes();
        var head = EnvelopeHead.of(Arrays.copyOf(bytes, EnvelopeHead.LENGTH));

        assertThat(head.share(0).text()).isEqualTo(sealed.envelope().share(0).text());
        assertThat(head.isShare(1, sealed.shares().get(1))).isTrue();
        assertThat(head.isShare(0, sealed.shares().get(1))).isFalse();
        assertThatThrownBy(() -> EnvelopeHead.of(Arrays.copyOf(bytes, EnvelopeHead.LENGTH - 1)))
                .isInstanceOf(EnvelopeException.class);
        assertThatThrownBy(() -> EnvelopeHead.of(new byte[EnvelopeHead.LENGTH])).isInstanceOf(EnvelopeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "MCowBQYDK2VuAyEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="})
    void what_is_no_usable_public_key_is_refused(String text) {
        assertThatThrownBy(() -> OfficerKeys.publicKey(text)).isInstanceOf(EnvelopeException.class);
    }

    @Test
    void a_key_of_another_curve_is_refused() throws Exception {
        var other = KeyPairGenerator.getInstance("X448").generateKeyPair();

        assertThatThrownBy(() -> OfficerKeys.publicKey(OfficerKeys.text(other.getPublic())))
                .isInstanceOf(EnvelopeException.class);
    }

    @Test
    void keys_are_read_as_they_are_written_also_as_pem() throws EnvelopeException {
        String pem =
                "-----BEGIN PUBLIC KEY-----\n" + OfficerKeys.text(ONE.getPublic()) + "\n-----END PUBLIC KEY-----\n";
        String secret = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(ONE.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";

        assertThat(OfficerKeys.fingerprint(OfficerKeys.publicKey(pem)))
                .isEqualTo(OfficerKeys.fingerprint(ONE.getPublic()));
        assertThat(OfficerKeys.privateKey(secret)).isEqualTo(ONE.getPrivate());
    }

    /** Nothing of it is read wrongly: it is no envelope, does not open, or is the one that was sealed. */
    @Property(tries = 2_000)
    void a_damaged_envelope_opens_to_what_was_sealed_or_not_at_all(@ForAll Random dice) throws EnvelopeException {
        byte[] damaged = WHOLE.envelope().bytes();
        for (int i = dice.nextInt(3); i >= 0; i--) {
            if (dice.nextBoolean()) {
                damaged[dice.nextInt(damaged.length)] ^= (byte) (1 + dice.nextInt(255));
            } else {
                damaged = Arrays.copyOf(damaged, 1 + dice.nextInt(2 * damaged.length));
            }
        }
        try {
            var envelope = Envelope.of(damaged);
            byte[] one = envelope.share(0).unwrap(ONE.getPrivate());
            byte[] two = envelope.share(1).unwrap(TWO.getPrivate());
            assertThat(envelope.open(TENDER, Part.PRICE, BIDDER, one, two))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("price");
        } catch (EnvelopeException refused) {
            assertThat(refused).hasMessageNotContaining("Exception");
        }
    }

    @Property(tries = 2_000)
    void a_text_that_is_no_wrapped_share_is_refused_in_words(@ForAll String text) {
        try {
            assertThat(WrappedShare.ofText(text).text()).isEqualTo(text);
        } catch (EnvelopeException refused) {
            assertThat(refused).message().isNotBlank();
        }
    }
}
