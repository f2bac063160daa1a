package org.partnershipfund.local.command;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.partnershipfund.local.place.Identity;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Secrets;
import org.partnershipfund.local.place.SettingException;
import org.partnershipfund.local.place.Started;
import org.partnershipfund.local.token.LocalTokens;
import org.partnershipfund.local.token.People;
import org.partnershipfund.local.token.SigningKey;
import org.partnershipfund.local.token.Tokens;
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
            paramLabel = "WHO",
            description = {
                "A role, such as budget-office, or a username of deploy/sample/people.csv, or a system.",
                "Signed locally: several roles for a person with several."
            })
    private List<String> who = List.of();

    @Option(names = "--scope", paramLabel = "SCOPES", description = "Such as events:read, for a system.")
    private Optional<String> scope = Optional.empty();

    @Option(names = "--sub", paramLabel = "ID", description = "Signed locally only: another person of these roles.")
    private Optional<String> subject = Optional.empty();

    @Option(names = "--minutes", description = "Signed locally only: how long it is valid, 60 without it.")
    private Optional<Integer> minutes = Optional.empty();

    public TokenCommand(Place place) {
        this.place = Started.of(place);
    }

    @Override
    public Integer call() {
        System.out.println(who.size() == 1 && subject.isEmpty() && minutes.isEmpty() ? known() : made());
        return 0;
    }

    private String known() {
        return Tokens.at(place).of(who.getFirst(), scope);
    }

    private String made() {
        if (place.settings().identity() != Identity.LOCAL) {
            throw new SettingException("the suite takes the tokens of %s: --sub, --minutes and several roles are for"
                            .formatted(place.issuer())
                    + " ./fund up --identity local");
        }
        return new LocalTokens(new SigningKey(new Secrets(place.secrets())), People.of(place))
                .of(who, subject, scope, Duration.ofMinutes(minutes.orElse(60)));
    }
}
