package org.partnershipfund.procurement.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.envelope.Envelope;
import org.partnershipfund.procurement.tender.PriceForm;

/** The price form in an envelope is JSON (docs/policy/tenders.md §4.3): read strictly, because nobody can correct it. */
@ApplicationScoped
class PriceForms implements PriceForm.Reader {

    private static final String AMOUNT = "(0|[1-9][0-9]{0,12})\\.[0-9]{2}";

    private final ObjectReader json = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerFor(Form.class);

    private record Form(
            @JsonProperty("programId") @Nullable UUID programId,
            @JsonProperty("price") @Nullable String price,
            @JsonProperty("unitPrices") @Nullable Map<String, String> unitPrices) {}

    @Override
    public PriceForm read(byte[] content) throws PriceForm.UnreadableException {
        if (content.length > Envelope.LONGEST_PRICE) {
            throw new PriceForm.UnreadableException(
                    "a price form has at most %d bytes".formatted(Envelope.LONGEST_PRICE));
        }
        Form form;
        try {
            form = json.readValue(content);
        } catch (IOException e) {
            throw new PriceForm.UnreadableException("it is not the JSON of a price form");
        }
        if (form == null || form.programId() == null) {
            throw new PriceForm.UnreadableException("a price form names its programId");
        }
        Map<String, Money> units = new LinkedHashMap<>();
        if (form.unitPrices() != null) {
            for (var unit : form.unitPrices().entrySet()) {
                units.put(unit.getKey(), money(unit.getValue()));
            }
        }
        return new PriceForm(form.programId(), form.price() == null ? null : money(form.price()), units);
    }

    private static Money money(@Nullable String dollars) throws PriceForm.UnreadableException {
        if (dollars == null || !dollars.matches(AMOUNT)) {
            throw new PriceForm.UnreadableException("an amount is text with two decimals, such as \"1200.00\"");
        }
        return Money.ofDollars(dollars);
    }
}
