package mx.gob.edomex.catgem.replay;

import mx.gob.edomex.catgem.shared.Violation;

/** Two replays at once are enough for a centre that works. */
public class ReplaysUnderWay extends Violation {
    public ReplaysUnderWay() {
        super("two replays at once are enough for a centre that works");
    }
}
