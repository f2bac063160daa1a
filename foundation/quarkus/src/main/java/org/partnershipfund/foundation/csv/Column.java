package org.partnershipfund.foundation.csv;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.partnershipfund.foundation.problem.InvalidValueException;
import org.partnershipfund.foundation.problem.StorableValues;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/**
 * A named column of an upload and how its cells are read.
 *
 * @param name as in the header line
 * @param reading from the cell's text, without blanks around it; throws {@link InvalidValueException}
 * @param <T> what a cell is read as
 */
public record Column<T>(String name, Function<String, T> reading) {

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
    private static final Pattern PLAIN_DECIMAL = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?");

    /** Text that must be there, at most so many characters. */
    public static Column<String> text(String name, int longest) {
        return new Column<>(name, cell -> {
            require(!cell.isEmpty(), cell, "it must not be empty");
            require(cell.length() <= longest, cell, "it must have at most %,d characters".formatted(longest));
            return cell;
        });
    }

    /** A whole number between two bounds, both allowed. */
    public static Column<Integer> whole(String name, int least, int most) {
        return new Column<>(name, cell -> {
            var reason = "it must be a whole number from %,d to %,d, without grouping".formatted(least, most);
            require(WHOLE.matcher(cell).matches(), cell, reason);
            long number = Long.parseLong(cell);
            require(least <= number && number <= most, cell, reason);
            return (int) number;
        });
    }

    /** A decimal number between two bounds, both allowed, with at most so many decimals. */
    public static Column<BigDecimal> decimal(String name, String least, String most, int decimals) {
        var low = new BigDecimal(least);
        var high = new BigDecimal(most);
        return new Column<>(name, cell -> {
            var reason = "it must be a number from %s to %s with at most %d decimals, written like 0.5"
                    .formatted(least, most, decimals);
            require(PLAIN_DECIMAL.matcher(cell).matches(), cell, reason);
            var number = new BigDecimal(cell);
            require(
                    number.scale() <= decimals && number.compareTo(low) >= 0 && number.compareTo(high) <= 0,
                    cell,
                    reason);
            return number;
        });
    }

    /** An amount of dollars with two decimals. */
    public static Column<Money> money(String name) {
        return new Column<>(name, cell -> {
            require(
                    cell.matches("-?\\d{1,16}\\.\\d{2}"),
                    cell,
                    "it must be dollars with two decimals, such as 1250.75");
            return Money.ofDollars(cell);
        });
    }

    /** A school's eight-digit state code. */
    public static Column<SchoolCode> schoolCode(String name) {
        return new Column<>(name, cell -> {
            require(SchoolCode.isValid(cell), cell, "it must be the school's eight-digit state code, such as 00350231");
            return new SchoolCode(cell);
        });
    }

    /** A date such as 2018-07-01. */
    public static Column<LocalDate> date(String name) {
        return new Column<>(name, cell -> {
            try {
                return StorableValues.date(LocalDate.parse(cell));
            } catch (DateTimeParseException e) {
                throw new InvalidValueException(cell, "it must be a date such as 2018-07-01");
            }
        });
    }

    /** The same column where an empty cell means that nothing is known. */
    public Column<Optional<T>> orEmpty() {
        return new Column<>(name, cell -> cell.isEmpty() ? Optional.empty() : Optional.of(reading.apply(cell)));
    }

    private static void require(boolean fine, String cell, String reason) {
        if (!fine) {
            throw new InvalidValueException(cell, reason);
        }
    }
}
