package org.partnershipfund.foundation.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;

/** A door whose author forgot to say who may use it. */
@Path("/forgotten")
public class DoorWithoutRoles {

    @GET
    public Map<String, String> forgotten() {
        return Map.of("secret", "42");
    }
}
