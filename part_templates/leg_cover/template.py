"""A cosmetic cover over the pylon of a lower-leg prosthesis, shaped after the sound leg. It carries no load.

sizes.py has what is chosen, rules.py what cannot be, girths.py the form of a leg from its measures, seats.py and plates.py what
carries the cover, made.py the printed parts, controlled.py what is measured of them, magnets.py what is bought.
"""

from __future__ import annotations

from .magnets import Held


class LegCover(Held):
    """A cosmetic cover of a lower-leg prosthesis. Frame: Z up from the ankle, +X forward, +Y to the wearer's left."""
