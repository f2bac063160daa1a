package org.partnershipfund.allocation.usecase;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.partnershipfund.allocation.opportunityindex.ResultBytes;
import org.partnershipfund.allocation.opportunityindex.SchoolNeed;

/** SHA-256 in hexadecimal. */
final class Digests {

    private Digests() {}

    /** Of a computation's result. */
    static String of(List<SchoolNeed> schools) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(ResultBytes.of(schools).getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
