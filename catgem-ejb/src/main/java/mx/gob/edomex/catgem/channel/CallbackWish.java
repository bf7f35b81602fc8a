package mx.gob.edomex.catgem.channel;

import java.util.Objects;

/** What a citizen asks when they want to be phoned. */
public record CallbackWish(PhoneNumber number, CallbackWindow window) {
    public CallbackWish {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(window, "window");
    }

    /** @throws NumberNotValid when the text is no telephone number */
    public static PhoneNumber number(String typed) {
        return PhoneNumber.read(typed == null ? "" : typed).orElseThrow(NumberNotValid::new);
    }
}
