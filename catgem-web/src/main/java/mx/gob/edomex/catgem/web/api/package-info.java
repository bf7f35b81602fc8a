/** The programming interface under /api/v1: JSON in and out, problem documents (RFC 9457) for every failure. */
package mx.gob.edomex.catgem.web.api;
