"""STEP files, ISO 10303-242: written from plain values around geometry that the kernel made once, and read as text.

The kernel writes the raw text of one nameless solid; `body` makes a relocatable `Body` of it; `part_file` and
`assembly_file` compose files of bodies, measures, materials, colours and placements; a part's file holds what is
controlled of it as semantic PMI. `outline` and `read_pmi` read a file back.
"""

from .body import Body, body
from .outline import StepOutline, outline
from .parts import Header, StepMaterial, StepPart
from .pmi_reading import Pmi, read_pmi
from .write import SCHEMA, assembly_file, part_file

__all__ = ["SCHEMA", "Body", "Header", "Pmi", "StepMaterial", "StepOutline", "StepPart", "assembly_file", "body",
           "outline", "part_file", "read_pmi"]
