package org.partnershipfund.local.command;

import java.util.concurrent.Callable;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Secrets;
import org.partnershipfund.local.place.Started;
import org.partnershipfund.local.postgres.Logins;
import org.partnershipfund.local.service.ServiceProcess;
import org.partnershipfund.local.token.SigningKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code fund env}. */
@Command(
        name = "env",
        description =
                "Prints the variables of one service, its password included, to run it in dev mode beside the rest.")
public final class EnvCommand implements Callable<Integer> {

    private final Place place;

    @Parameters(paramLabel = "SERVICE")
    private String word = "";

    public EnvCommand(Place place) {
        this.place = place;
    }

    @Override
    public Integer call() {
        var secrets = new Secrets(place.secrets());
        var started = Started.of(place);
        new ServiceProcess(started, new Logins(started, secrets), new SigningKey(secrets))
                .environment(Operator.service(word))
                .forEach((name, value) -> System.out.println("export " + name + "=" + quoted(value)));
        return 0;
    }

    static String quoted(String value) {
        return "'" + value.replace("'", "'\\''") + "'";
    }
}
