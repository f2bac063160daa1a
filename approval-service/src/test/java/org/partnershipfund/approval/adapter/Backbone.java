package org.partnershipfund.approval.adapter;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.partnershipfund.testkit.BackboneResource;

/** A test that runs the service on a real PostgreSQL, a real Kafka and a real mail server, which the whole module shares. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithTestResource(
        value = BackboneResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "service", value = "approval"))
@WithTestResource(value = MailCatcher.class, scope = TestResourceScope.GLOBAL)
public @interface Backbone {}
