package mx.gob.edomex.catgem.tests;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;

/** What everybody does at a desk first, whatever centre it is of. */
public final class Seat {

    private Seat() {}

    /** @param centre address that ends in {@code /catgem/} */
    public static void signIn(Page page, URI centre, String account) {
        page.navigate(centre.toString());
        enter(page, account);
    }

    /** On the sign-in page. */
    public static void enter(Page page, String account) {
        page.locator("input[name='j_username'], input[id$='username']").first().fill(account);
        page.locator("input[type='password']").first().fill("catgem-demo");
        follow(page, () -> page.locator("button[type='submit'], input[type='submit']")
                .first()
                .click());
    }

    /**
     * Returns when the page that the act leads to, be it the same anew, is there and its scripts listen. A click does not
     * wait for it: what is asked next may be asked of the page that goes, and going elsewhere would call the answer off.
     */
    public static void follow(Page page, Runnable act) {
        page.evaluate("document.documentElement.dataset.left = ''");
        act.run();
        page.waitForSelector(
                "html:not([data-left])", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
        page.waitForLoadState();
    }

    /** Presses again where the desk had not begun to listen. */
    public static void becomeAvailable(Page desk) {
        desk.waitForSelector("html[data-socket=open]");
        for (int tries = 0;
                tries < 20
                        && desk.locator(".presence-now[data-presence=AVAILABLE]")
                                        .count()
                                == 0;
                tries++) {
            desk.keyboard().press("Alt+KeyD");
            desk.waitForTimeout(500);
        }
        desk.waitForSelector(".presence-now[data-presence=AVAILABLE]");
    }
}
