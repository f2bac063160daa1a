package org.partnershipfund.local.place;

/** A port on 127.0.0.1 that the suite listens on; each can be moved by an environment variable. */
public enum Door {
    POSTGRES(15432),
    KAFKA(19092),
    KAFKA_CONTROLLER(19093),
    CONNECT(18083),
    KEYCLOAK(18080),
    KEYCLOAK_MANAGEMENT(19000),
    /** SMTP of the mail catcher. */
    MAIL(18025),
    ALLOCATION(8081),
    PORTFOLIO(8082),
    APPROVAL(8083),
    PROCUREMENT(8084),
    ALLOCATION_MANAGEMENT(9081),
    PORTFOLIO_MANAGEMENT(9082),
    APPROVAL_MANAGEMENT(9083),
    PROCUREMENT_MANAGEMENT(9084);

    private final int usualPort;

    Door(int usualPort) {
        this.usualPort = usualPort;
    }

    /** The port when nobody says otherwise. */
    public int usualPort() {
        return usualPort;
    }

    /** The environment variable that moves it, such as {@code FUND_PORT_POSTGRES}. */
    public String variable() {
        return "FUND_PORT_" + name();
    }
}
