package org.partnershipfund.local.supervise;

import java.util.Set;

/** What a supervisor starts, and how far that is. */
interface Plan {

    /** Returns when everything serves, or throws at the first thing that fails. */
    void run();

    /** Throws when something that was ready has crashed since. */
    void check();

    /** Ends the waiting: this is why not everything will serve. */
    void fail(String sentence);

    /** What is being waited for at this moment. */
    Set<String> running();

    /** Gives back what the plan holds within this process, such as a port; before anybody is told that all is stopped. */
    default void close() {}
}
