package mx.gob.edomex.catgem.evidence.log;

import mx.gob.edomex.catgem.shared.Violation;

/** There is no record, or what was recorded has not been sealed yet: the log follows within seconds. */
public class NothingSealed extends Violation {

    NothingSealed() {
        super("what is asked for is not in a signed log yet");
    }
}
