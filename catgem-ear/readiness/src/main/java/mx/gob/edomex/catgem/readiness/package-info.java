/** What a load balancer and a monitor read on the management port about this node. */
package mx.gob.edomex.catgem.readiness;
