package mx.gob.edomex.catgem.shared;

/** A signal on its way to every node; sent by the broker's adapter when the transaction that raised it commits. */
public record SignalRaised(DeskSignal signal) {}
