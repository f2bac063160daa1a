package org.partnershipfund.local.command;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Secrets;
import org.partnershipfund.local.token.LocalTokens;
import org.partnershipfund.local.token.SigningKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fund token}. */
@Command(
        name = "token",
        description =
                "Prints an access token for this machine's services: curl -H \"Authorization: Bearer $(./fund token operator)\" ...")
public final class TokenCommand implements Callable<Integer> {

    private final Place place;

    @Parameters(
            arity = "1..*",
            paramLabel = "ROLE",
            description = "Such as budget-office; several for a person with several.")
    private List<String> roles = List.of();

    @Option(names = "--sub", paramLabel = "ID", description = "Who; without it the same invented person per role.")
    private Optional<String> subject = Optional.empty();

    @Option(names = "--scope", paramLabel = "SCOPES", description = "Such as events:read, for the role system.")
    private Optional<String> scope = Optional.empty();

    @Option(names = "--minutes", description = "How long it is valid, ${DEFAULT-VALUE} without it.")
    private int minutes = 60;

    public TokenCommand(Place place) {
        this.place = place;
    }

    @Override
    public Integer call() {
        var tokens = new LocalTokens(new SigningKey(new Secrets(place.secrets())));
        System.out.println(tokens.of(roles, subject, scope, Duration.ofMinutes(minutes)));
        return 0;
    }
}
