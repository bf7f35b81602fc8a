package mx.gob.edomex.catgem.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttachmentServletTest {

    @Test
    void aNameFromOutsideCannotEndTheHeader() {
        assertThat(AttachmentServlet.disposition("año \"1\"\r\nSet-Cookie: x=1; acta.pdf"))
                .isEqualTo("attachment; filename*=UTF-8''a%C3%B1o%20%221%22%0D%0ASet-Cookie%3A%20x%3D1%3B%20acta.pdf");
    }
}
