from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from configurator.errors import PackageRefused
from configurator.exchange.step import outline
from configurator.exchange.step import part21 as p21

HEADER = b"FILE_DESCRIPTION((''),'2;1');\nFILE_NAME('','',(''),(''),'','','');\nFILE_SCHEMA(('X'));\n"
WRAPPED = b"ISO-10303-21;\nHEADER;\n" + HEADER + b"ENDSEC;\nDATA;\n%bENDSEC;\nEND-ISO-10303-21;\n"


class TestStrings:
    @given(st.text(st.characters(exclude_categories=["Cs"])))
    def test_read_back_what_was_written_in_printable_ascii(self, text):
        literal = p21.string(text)
        assert re.fullmatch(r"'[ -~]*'", literal)
        assert p21.unstring(literal.encode()) == text

    @given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=4))
    def test_hide_whatever_they_hold_from_the_structure(self, texts):
        line = f"#7=NAMES({','.join(map(p21.string, texts))});\n".encode()
        assert [p21.unstring(found) for found in p21.parameters(p21.read(WRAPPED % line).entities[b"#7"])] == texts

    @pytest.mark.parametrize(("literal", "text"), [
        (b"'\\X\\E9t\\X\\E9'", "été"), (b"'\\S\\i'", "é"), (b"'\\X2\\03B103B2\\X0\\ \\X4\\0001F600\\X0\\'", "αβ 😀"),
        (b"'a\\\\X2\\\\'", "a\\X2\\"), (b"''''", "'"), (b"$", ""), ("'é'".encode(), "é")])
    def test_of_other_writers_are_understood(self, literal, text):
        assert p21.unstring(literal) == text

    @given(st.floats(allow_nan=False, allow_infinity=False))
    def test_numbers_have_their_point_and_read_back_the_same(self, value):
        assert re.fullmatch(r"-?[0-9]+\.[0-9]*(E[+-]?[0-9]+)?", p21.real(value))
        assert float(p21.real(value)) == value

    @pytest.mark.parametrize("value", [float("nan"), float("inf")])
    def test_numbers_that_are_none_are_refused(self, value):
        with pytest.raises(ValueError, match="cannot be written"):
            p21.real(value)


class TestBrokenText:
    @pytest.mark.parametrize(("data", "sentence"), [
        (b"", "does not begin"),
        (b"hello", "does not begin"),
        (WRAPPED % b"#1=A();" + b"#", "ends before"),
        ((WRAPPED % b"#1=A();\n")[:-12], "ends before"),
        (WRAPPED % b"#1=A('x);\n", "never closed"),
        (WRAPPED % b"#1=A((1.);\n", "brackets of '#1=A\\(\\(1.\\)' do not match"),
        (WRAPPED % b"#1=A()#2=B();\n", "no entity instance"),
        (WRAPPED % b"#1 A();\n", "no entity instance"),
        (WRAPPED % b"1=A();\n", "'1=A\\(\\)' is no entity instance"),
        (WRAPPED % b"#1=A;\n", "no entity instance"),
        (WRAPPED % b"#1=A();\nENDSEC;\nDATA;\n#2=B();\n", "one data section"),
        (WRAPPED % b"#1=A('\x01');\n", "control character"),
    ])
    def test_is_refused_with_a_sentence(self, data, sentence):
        with pytest.raises(PackageRefused, match=sentence):
            outline(data)

    def test_references_to_nothing_and_double_names_are_told(self):
        found = outline(WRAPPED % b"#1=A(#3,'#9');\n#2=B(#1,#12);\n#2=B(#10,'x');\n#4=C('y;');\n")
        assert (found.dangling, found.duplicates, found.schema) == (("#3", "#10"), ("#2",), "X")

    def test_of_a_header_is_refused(self):
        with pytest.raises(PackageRefused, match="not those of its schema"):
            outline((WRAPPED % b"").replace(b"FILE_NAME(", b"FILE_NOME("))

    def test_of_a_property_is_refused(self):
        for line, sentence in ((b"#1=PRODUCT('x');\n", "not those of its schema"),
                               (b"#1=CLOSED_SHELL('');\n", "not those of its schema"),
                               (b"#1=PRODUCT(#1,#1);\n", "'#1' stands where a string must stand"),
                               (b"#1=PROPERTY_DEFINITION_REPRESENTATION(#2,#3);\n", "#2 is referred to and missing")):
            with pytest.raises(PackageRefused, match=sentence):
                outline(WRAPPED % line)

    def test_that_goes_in_circles_comes_to_an_end(self):
        text = (b"#1=PROPERTY_DEFINITION_REPRESENTATION(#2,#3);\n#3=REPRESENTATION('',(#4),$);\n#4=A('',B(1.));\n"
                b"#2=PROPERTY_DEFINITION('geometric validation property','volume',#5);\n"
                b"#5=PRODUCT_DEFINITION_SHAPE('','',#5);\n")
        assert outline(WRAPPED % text).volumes == {}


def test_comments_and_white_space_are_nothing():
    plain = p21.read(WRAPPED % b"#1=A('a /* b */ ''c',(#2,1.));\n#2=B();\n")
    spaced = p21.read(b"/* it's; */" + WRAPPED % b"# 1 = A\n ( 'a /* b */ ''c'/* ' #7 */ , (#2 ,\t1.)) ;#2=B();\r\n")
    assert spaced == plain
    assert p21.parameters(plain.entities[b"#1"]) == [b"'a /* b */ ''c'", b"(#2,1.)"]
