package mx.gob.edomex.catgem.tests.storm;

import java.util.Optional;
import mx.gob.edomex.catgem.tests.faults.FaultFigures;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** What a run of faults says about the centre. Only the first is green. */
enum Verdict {
    /** Everything was as it must be. */
    PASSED,
    /** The centre broke a promise or an invariant: an assertion failed. */
    BROKEN,
    /** The harness did not do its own work, so the run says nothing: any other exception. */
    HARNESS;

    static Verdict of(Throwable cause) {
        return cause instanceof AssertionError ? BROKEN : HARNESS;
    }

    /** Writes the verdict of each test beside the figures; in the reports BROKEN is a failure and HARNESS an error. */
    static final class Watcher implements TestWatcher {

        @Override
        public void testSuccessful(ExtensionContext context) {
            write(context, PASSED);
        }

        @Override
        public void testFailed(ExtensionContext context, Throwable cause) {
            write(context, of(cause));
            System.out.println("again by -Dcatgem.faults.seed=" + StormPlan.SEED + ": " + cause);
        }

        @Override
        public void testAborted(ExtensionContext context, Throwable cause) {
            write(context, HARNESS);
        }

        @Override
        public void testDisabled(ExtensionContext context, Optional<String> reason) {
            write(context, HARNESS);
        }

        private static void write(ExtensionContext context, Verdict verdict) {
            String test = context.getRequiredTestClass().getSimpleName() + "."
                    + context.getRequiredTestMethod().getName();
            FaultFigures.verdict("faults.verdict." + test, verdict.name(), verdict == PASSED);
        }
    }
}
