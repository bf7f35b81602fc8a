package mx.gob.edomex.catgem.workforce;

import mx.gob.edomex.catgem.shared.Violation;

/** The account has no place at a desk. */
public class NotAnAdvisor extends Violation {
    public NotAnAdvisor(String username) {
        super(username + " is not an advisor");
    }
}
