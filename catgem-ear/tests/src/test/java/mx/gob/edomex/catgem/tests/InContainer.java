package mx.gob.edomex.catgem.tests;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import mx.gob.edomex.catgem.launcher.CatgemServer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test that runs inside the shared server, beside the deployed application. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({RunningCentre.class, ArquillianExtension.class})
public @interface InContainer {

    /** Makes the archive that carries a test class into the server. */
    final class Archive {
        private Archive() {}

        /** A war that sees the classes of the application; its beans are reached by {@code java:global/catgem/…}. */
        public static WebArchive of(Class<?>... classes) {
            return ShrinkWrap.create(WebArchive.class, "test-" + classes[0].getSimpleName() + ".war")
                    .addClasses(classes)
                    // The annotation is on the test class, so it and what it names are loaded inside too.
                    .addClasses(InContainer.class, Archive.class, RunningCentre.class)
                    .addPackage(CatgemServer.class.getPackage())
                    .addAsWebInfResource(
                            new StringAsset(
                                    """
                                    <jboss-deployment-structure xmlns="urn:jboss:deployment-structure:1.3">
                                      <deployment>
                                        <dependencies>
                                          <module name="deployment.catgem.ear"/>
                                          <module name="deployment.catgem.ear.catgem-ejb.jar"/>
                                          <module name="deployment.catgem.ear.catgem-jms.jar"/>
                                        </dependencies>
                                      </deployment>
                                    </jboss-deployment-structure>
                                    """),
                            "jboss-deployment-structure.xml");
        }
    }
}
