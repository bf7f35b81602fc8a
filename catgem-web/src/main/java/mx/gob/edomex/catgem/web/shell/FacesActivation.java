package mx.gob.edomex.catgem.web.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.annotation.FacesConfig;

/** Turns on Faces with CDI; without a bean that carries it, push channels cannot be injected. */
@FacesConfig
@ApplicationScoped
public class FacesActivation {}
