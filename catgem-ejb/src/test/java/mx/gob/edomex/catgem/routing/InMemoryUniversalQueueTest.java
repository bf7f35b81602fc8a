package mx.gob.edomex.catgem.routing;

class InMemoryUniversalQueueTest extends UniversalQueueContract {

    private final UniversalQueue queue = new InMemoryUniversalQueue();

    @Override
    protected UniversalQueue queue() {
        return queue;
    }

    @Override
    protected UniversalQueue nextOwner() {
        return queue;
    }
}
