package mx.gob.edomex.catgem.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "722 123 4567, +527221234567",
        "(722) 123-45-67, +527221234567",
        "+52 722 123 4567, +527221234567",
        "+521 722 123 4567, +527221234567",
        "00 52 722 123 4567, +527221234567",
        "01 722 123 4567, +527221234567",
        "044 55 1234 5678, +525512345678",
        "045 55 1234 5678, +525512345678",
        "521 7221234567, +527221234567",
        "52 5512345678, +525512345678",
        "+1 (312) 555-0100, +13125550100",
        "001 312 555 0100, +13125550100",
    })
    void isNormalisedFromWhatPeopleWrite(String typed, String normal) {
        assertThat(PhoneNumber.read(typed)).map(PhoneNumber::value).hasValue(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "070",
                "123456",
                "722 123 456",
                "0123456789",
                "+52 722 123 456",
                "7221234567 ext 3",
                "<b>",
                "+"
            })
    void isNotMadeOfAnythingElse(String typed) {
        assertThat(PhoneNumber.read(typed)).isEmpty();
    }
}
