package org.partnershipfund.testkit.bait.adapter.rest;

import jakarta.ws.rs.POST;

/** Bait: who sends this again after a lost answer pays twice. */
public final class DoorThatDoesItTwice {

    @POST
    public void pay() {}
}
