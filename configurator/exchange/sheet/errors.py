"""What a sheet cannot hold.

::

    LotOneError
    └── SheetError (ValueError)         something that cannot stand on a sheet as it was given: what, where, what to do
        └── SheetFull                   there is no room left for it: take a smaller scale or a larger sheet
"""

from __future__ import annotations

from configurator.errors import LotOneError


class SheetError(LotOneError, ValueError):
    """Something that cannot stand on a sheet as it was given."""


class SheetFull(SheetError):
    """There is no room left; a smaller scale or a larger sheet may have it."""
