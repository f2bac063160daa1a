package org.partnershipfund.approval.adapter.rest;

import java.util.function.Function;

/** Words of requests as the constants that have them; the shapes have admitted nothing else before. */
final class Words {

    private Words() {}

    static <E> E constant(E[] constants, Function<E, String> word, String written) {
        for (E constant : constants) {
            if (word.apply(constant).equals(written)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("no constant has the word " + written);
    }
}
