"""What a file is, told by its content; a name proves nothing."""

from __future__ import annotations

from .obj_reading import looks_obj
from .stl_reading import is_binary, looks_binary

STL_BINARY, STL_TEXT, PLY, OBJ = "stl", "stl text", "ply", "obj"
_OTHERS = (
    (b"PK\x03\x04", "ZIP / 3MF"), (b"PK\x05\x06", "ZIP"), (b"\x1f\x8b", "GZIP"), (b"7z\xbc\xaf\x27\x1c", "7Z"),
    (b"Rar!", "RAR"), (b"%PDF", "PDF"), (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"GIF8", "GIF"), (b"glTF", "GLB"),
    (b"ISO-10303", "STEP"), (b"Kaydara FBX", "FBX"), (b"<?xml", "XML"), (b"BLENDER", "BLEND"), (b"\x7fELF", "ELF"),
    (b"MZ", "EXE"),
)
_HEAD = 4096


def told(data: bytes) -> tuple[str, str]:
    """(kind, "") of a file that can be read, or ("", what it seems to be, "" if nobody knows)."""
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head[:3].lower() == b"ply" and head[3:4] in (b"\n", b"\r"):
        return PLY, ""
    if is_binary(data):
        return STL_BINARY, ""
    low = head.lower()
    if low.startswith(b"solid") and (b"facet" in low or b"endsolid" in low) and b"\0" not in head[:80]:
        return STL_TEXT, ""
    for magic, name in _OTHERS:
        if data.startswith(magic):
            return "", name
    if looks_obj(data):
        return OBJ, ""
    if len(data) >= 84 and looks_binary(data):
        return STL_BINARY, ""
    return "", ""
