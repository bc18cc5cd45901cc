"""What is another in a revision of an order than in the one before, as a workshop asks: choices, parts, files."""

from __future__ import annotations

from typing import Any, NamedTuple

from configurator.package.manifest import Manifest


class Differences(NamedTuple):
    """Names of what changed, with what was and what is."""

    choices: tuple[tuple[str, Any, Any], ...]
    changed: tuple[str, ...]
    """Parts that are others in shape, material or process."""
    added: tuple[str, ...]
    removed: tuple[str, ...]
    same: tuple[str, ...]
    """Parts of which nothing changed but the number."""


def differences(before: Manifest, after: Manifest) -> Differences:
    """Between two manifests of the same template or of two."""
    names = dict.fromkeys((*before.parameters, *after.parameters))
    choices = tuple((name, before.parameters.get(name), after.parameters.get(name)) for name in names
                    if before.parameters.get(name) != after.parameters.get(name))
    old, new = ({part.name: part.model_dump(exclude={"number"}) for part in each.parts} for each in (before, after))
    bought = {part.name: part.number for part in before.parts if part.bought}
    ordered = {part.name: part.number for part in after.parts if part.bought}
    both = [name for name in new if name in old]
    changed = tuple(name for name in both if old[name] != new[name] or bought.get(name) != ordered.get(name))
    return Differences(choices, changed, tuple(name for name in new if name not in old),
                       tuple(name for name in old if name not in new), tuple(name for name in both if name not in changed))
