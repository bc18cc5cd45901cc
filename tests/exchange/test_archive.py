from __future__ import annotations

import io
import struct
import zipfile
from contextlib import nullcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from configurator.errors import PackageError, PackageRefused
from configurator.exchange.archive import MOST_MEMBERS, read_stored_zip, stored_zip

MEMBERS = [("manifest.json", b"{}\n"), ("cad/WC-7K2M9QX4TB-01_A.step", b"ISO-10303-21;" * 9), ("README.txt", b""),
           ("texte/français.txt", b"\0\xff" * 40)]
names = st.text("abcXYZ019-_é中 ", min_size=1, max_size=8).filter(lambda name: name == name.strip())
members = st.lists(st.tuples(names, st.binary(max_size=40)), max_size=6, unique_by=lambda member: member[0].casefold())


def test_another_reader_finds_the_same_members_in_the_same_order():
    with zipfile.ZipFile(io.BytesIO(stored_zip(MEMBERS))) as other:
        assert other.testzip() is None
        assert [(info.filename, other.read(info)) for info in other.infolist()] == MEMBERS
        assert {(info.compress_type, info.date_time, info.external_attr, info.create_system, info.extra, info.comment)
                for info in other.infolist()} == {(0, (1980, 1, 1, 0, 0, 0), 0o100644 << 16, 3, b"", b"")}


@given(members)
def test_round_trip(given_members):
    data = stored_zip(given_members)
    assert list(read_stored_zip(data).items()) == given_members


@given(members, st.data())
def test_one_changed_byte_anywhere_is_refused(given_members, draw):
    data = bytearray(stored_zip(given_members))
    at = draw.draw(st.integers(0, len(data) - 1))
    data[at] ^= draw.draw(st.integers(1, 255))
    with pytest.raises(PackageRefused):
        read_stored_zip(bytes(data))


def test_every_cut_and_every_addition_is_refused():
    data = stored_zip(MEMBERS)
    for end in range(len(data)):
        with pytest.raises(PackageRefused):
            read_stored_zip(data[:end])
    for changed in (b"\0" + data, data + b"\0", data + data, data[:50] + b"\0" + data[50:]):
        with pytest.raises(PackageRefused):
            read_stored_zip(changed)


@pytest.mark.parametrize(("wrong", "words"), [
    (["../evil"], "'..'"), (["a/../b"], "'..'"), (["/etc/passwd"], "absolute"), (["C:\\x"], "absolute"),
    (["a//b"], "empty folder"), (["a/"], "empty folder"), ([""], "empty folder"), (["x."], "full stop"),
    (["a", "a"], "twice"), (["Part.stl", "part.STL"], "same file"), (["e\u0301", "é"], "same file"),
    (["a/b", "a"], "also the folder"), (["a\nb"], "printed"), (["\ud800"], "printed"), (["n" * 300], "longer"),
])
def test_names_that_cannot_be_unpacked_safely_are_neither_written_nor_read(wrong, words):
    with pytest.raises(PackageError, match=words):
        stored_zip([(name, b"") for name in wrong])
    if "\ud800" in wrong:
        return
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as other:
        for name in wrong:
            again = name in other.namelist()
            with pytest.warns(UserWarning, match="Duplicate name") if again else nullcontext():
                other.writestr(zipfile.ZipInfo(name), b"")
    with pytest.raises(PackageRefused, match=words):
        read_stored_zip(stream.getvalue())


def test_another_programs_archive_is_refused_with_the_reason():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as other:
        other.writestr("a.txt", b"a" * 1000)
    with pytest.raises(PackageRefused, match=r"'a.txt' is compressed \(method 8\)"):
        read_stored_zip(stream.getvalue())
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as other:
        other.writestr("a.txt", b"a" * 1000)
    with pytest.raises(PackageRefused, match="packed again or changed"):
        read_stored_zip(stream.getvalue())


def _patched(data: bytes, offset: int, code: str, value: int) -> bytes:
    """`value` written `offset` bytes into the first entry of the list of members."""
    at = struct.unpack_from("<I", data, len(data) - 6)[0] + offset
    return data[:at] + struct.pack(code, value) + data[at + struct.calcsize(code):]


def test_encrypted_members_wrong_sums_and_absurd_sizes_are_named():
    data = stored_zip(MEMBERS)
    for offset, code, value, words in ((8, "<H", 1, "encrypted"), (16, "<I", 7, "check sum"),
                                       (24, "<I", 2**32 - 1, "bytes, of which"), (42, "<I", 5, "not where")):
        with pytest.raises(PackageRefused, match=words):
            read_stored_zip(_patched(data, offset, code, value))
    huge = _patched(_patched(data, 20, "<I", 2**32 - 1), 24, "<I", 2**32 - 1)
    with pytest.raises(PackageRefused, match="4294967295 bytes, which are not where"):
        read_stored_zip(huge)


def test_members_are_counted():
    many = [(f"{index}", b"") for index in range(MOST_MEMBERS)]
    assert len(read_stored_zip(stored_zip(many))) == MOST_MEMBERS
    with pytest.raises(PackageError, match="10001 members"):
        stored_zip([*many, ("one more", b"")])
    data = bytearray(stored_zip(MEMBERS))
    data[-14:-10] = struct.pack("<2H", 10_001, 10_001)
    with pytest.raises(PackageRefused, match="10001 members"):
        read_stored_zip(bytes(data))


def test_same_bytes_in_another_process(same_elsewhere):
    same_elsewhere('archive.stored_zip([("b", b"1"), ("a/é", b"2")])', stored_zip([("b", b"1"), ("a/é", b"2")]))
