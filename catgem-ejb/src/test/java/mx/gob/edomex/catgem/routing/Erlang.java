package mx.gob.edomex.catgem.routing;

/**
 * Waiting in a queue with Poisson arrivals and exponential service, from the formulas. Times are in mean service times,
 * the load {@code a = λ/μ} in erlangs.
 *
 * <p>Erlang C: A. K. Erlang, "Solution of some problems in the theory of probabilities of significance in automatic
 * telephone exchanges" (1917); as in R. B. Cooper, Introduction to Queueing Theory (2nd ed. 1981), §3.4. Erlang A: C.
 * Palm (1957); as in N. Gans, G. Koole, A. Mandelbaum, "Telephone Call Centers: Tutorial, Review, and Research
 * Prospects", M&amp;SOM 5 (2003), §4.2.2, here by its birth-and-death chain.
 */
final class Erlang {

    private Erlang() {}

    /** Erlang B by its recursion {@code B(k) = aB(k−1) / (k + aB(k−1))}: the part lost without a queue. */
    static double lost(int servers, double load) {
        double blocked = 1;
        for (int k = 1; k <= servers; k++) {
            blocked = load * blocked / (k + load * blocked);
        }
        return blocked;
    }

    /** Erlang C, the part that waits: {@code B / (1 − ρ(1 − B))}. */
    static double waits(int servers, double load) {
        double blocked = lost(servers, load);
        return blocked / (1 - load / servers * (1 - blocked));
    }

    /** Mean wait of everybody (ASA) without abandonment: {@code C / (n − a)}. */
    static double meanWait(int servers, double load) {
        return waits(servers, load) / (servers - load);
    }

    /**
     * Erlang A: the part that abandons when patience is exponential with the mean given. The chain has births {@code a}
     * and deaths {@code min(k, n) + max(k − n, 0)/patience}; who abandons is {@code E[queue]/patience} of {@code a}.
     */
    static double abandons(int servers, double load, double patience) {
        return queue(servers, load, patience) / patience / load;
    }

    /** Erlang A: mean time in the queue of everybody, by Little's law {@code E[queue]/a}. */
    static double meanWaitWithPatience(int servers, double load, double patience) {
        return queue(servers, load, patience) / load;
    }

    private static double queue(int servers, double load, double patience) {
        double weight = 1;
        double all = 1;
        double waiting = 0;
        for (int k = 1; k < servers * 50; k++) {
            weight *= load / (Math.min(k, servers) + Math.max(k - servers, 0) / patience);
            all += weight;
            waiting += weight * Math.max(k - servers, 0);
        }
        return waiting / all;
    }
}
