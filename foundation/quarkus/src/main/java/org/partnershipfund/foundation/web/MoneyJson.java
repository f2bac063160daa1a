package org.partnershipfund.foundation.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.problem.InvalidValueException;
import org.partnershipfund.kernel.Money;

/**
 * An amount on the wire: {@code {"amount": "133000.00", "currency": "USD"}}. Text with exactly two decimals, because a
 * JSON number is a float in most readers.
 *
 * @param amount dollars and cents with two decimals, no sign but a minus, no grouping
 * @param currency always {@code USD}
 */
@Schema(description = "An amount of US dollars, as text with exactly two decimals")
public record MoneyJson(
        @JsonProperty(required = true) @Schema(required = true, pattern = MoneyJson.AMOUNT, examples = "133000.00")
        String amount,

        @JsonProperty(required = true) @Schema(required = true, enumeration = "USD", examples = "USD")
        String currency) {

    static final String AMOUNT = "^-?(0|[1-9][0-9]{0,15})\\.[0-9]{2}$";

    private static final Pattern WRITTEN = Pattern.compile(AMOUNT);
    private static final String US_DOLLARS = "USD";

    public MoneyJson {
        refuseUnless(
                "amount",
                amount != null && WRITTEN.matcher(amount).matches(),
                amount,
                "an amount is text with exactly two decimals and no grouping, such as \"133000.00\"");
        refuseUnless("currency", US_DOLLARS.equals(currency), currency, "the only currency is \"USD\"");
    }

    /** The wire form of an amount. */
    public static MoneyJson of(Money money) {
        return new MoneyJson(money.dollars(), US_DOLLARS);
    }

    /** The amount itself. */
    public Money money() {
        return Money.ofDollars(amount);
    }

    private static void refuseUnless(String field, boolean fine, @Nullable String value, String reason) {
        if (!fine) {
            throw new InvalidValueException(field, value == null ? "" : value, reason);
        }
    }
}
