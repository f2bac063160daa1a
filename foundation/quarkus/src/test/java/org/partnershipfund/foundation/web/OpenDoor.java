package org.partnershipfund.foundation.web;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.partnershipfund.foundation.caller.Caller;

/** A door for everybody. */
@Path("/samples/open")
public class OpenDoor {

    private final Caller caller;

    @Inject
    OpenDoor(Caller caller) {
        this.caller = caller;
    }

    @GET
    @PermitAll
    public Map<String, Object> open() {
        return Map.of("anonymous", caller.isAnonymous(), "subject", caller.subject());
    }
}
