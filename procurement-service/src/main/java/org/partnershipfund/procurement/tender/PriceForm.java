package org.partnershipfund.procurement.tender;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Money;

/**
 * What a bidder wrote into the price envelope.
 *
 * @param total this fund year, all schools: for a process
 * @param units by code: for a framework
 */
public record PriceForm(UUID program, @Nullable Money total, Map<String, Money> units) {
    public PriceForm {
        units = Map.copyOf(units);
    }

    /** Reads what lay in the envelope. */
    public interface Reader {

        /**
         * The form.
         *
         * @throws UnreadableException if it is none; the message says why
         */
        PriceForm read(byte[] content) throws UnreadableException;
    }

    /** It is no price form. */
    public static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        public UnreadableException(String message) {
            super(message);
        }
    }
}
