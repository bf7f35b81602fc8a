/** People of the try-out: citizens who write and chat, and advisors who answer them through the desk interface. */
package mx.gob.edomex.catgem.launcher.traffic;
