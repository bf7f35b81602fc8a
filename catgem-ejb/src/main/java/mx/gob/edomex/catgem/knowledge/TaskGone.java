package mx.gob.edomex.catgem.knowledge;

import mx.gob.edomex.catgem.shared.Violation;

/** Somebody else took the task, or it is done. */
public class TaskGone extends Violation {
    public TaskGone(String task) {
        super("task " + task + " is in other hands or ended");
    }
}
