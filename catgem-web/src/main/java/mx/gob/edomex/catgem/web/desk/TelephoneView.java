package mx.gob.edomex.catgem.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import mx.gob.edomex.catgem.channel.phone.SoftphoneService;

/** Whether the desk shows a telephone, and whether calls come to it. */
@Named
@RequestScoped
public class TelephoneView {

    @Inject
    SoftphoneService service;

    public boolean isOn() {
        return service.isOn();
    }

    public boolean isChosen() {
        return service.isChosen();
    }
}
