package mx.gob.edomex.catgem.knowledge;

import java.io.Serializable;

/**
 * A public body (dependencia, organismo auxiliar) that answers for a service, in the language it was asked for in.
 * Phone, e-mail, web, address and hours may be null.
 */
public record Agency(
        String code,
        GovernmentLevel level,
        String name,
        String phone,
        String email,
        String web,
        String address,
        String hours)
        implements Serializable {}
