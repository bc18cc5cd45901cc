"""Limbs that nobody has: smooth legs from girths, for tests of what is built over them. Proportions are of taste."""

from __future__ import annotations

from typing import Any


def limb(height: float = 380, ankle: float = 215, calf: float = 360, knee: float = 345, seed: int = 0,
         levels: int = 96, angles: int = 128) -> tuple[float, Any, Any]:
    """(step, centres (levels, 2), radii (levels, angles)) of a leg with these girths, mm; +X forward, the calf behind."""
    import numpy as np
    from scipy.interpolate import PchipInterpolator

    rng = np.random.default_rng(seed)
    share = np.linspace(0, 1, levels)
    z = share * height
    girths = PchipInterpolator([0, 0.25, 0.68, 1], [ankle, 0.55 * ankle + 0.4 * calf, calf, knee])(share)
    turns = np.arange(angles) * 2 * np.pi / angles
    aspect = PchipInterpolator([0, 0.5, 0.8, 1], [1.30, 1.08, 1.02, 1.0])(share)
    bulge = 0.10 * np.exp(-(((share - 0.65) / 0.22) ** 2))
    shin = 0.03 * np.exp(-(((share[:, None] - 0.5) / 0.4) ** 2)) * np.cos(3 * turns)
    lumps = 0.012 * np.sin(2 * turns + rng.uniform(0, 6)) + 0.008 * np.sin(3 * turns + z[:, None] / 60)
    radii = (1 + bulge[:, None] * np.cos(turns - np.pi - 0.3) + shin + lumps) / np.sqrt(
        (np.cos(turns) / aspect[:, None]) ** 2 + np.sin(turns) ** 2)
    points = radii[..., None] * np.stack([np.cos(turns), np.sin(turns)], axis=1)
    long = np.sqrt((np.diff(points, axis=1, append=points[:, :1]) ** 2).sum(axis=2)).sum(axis=1)
    bow = -0.03 * height * np.sin(np.pi * share) + rng.normal() * 2
    return height / (levels - 1), np.stack([bow, rng.normal() * 4 * share], axis=1), np.round(radii * (girths / long)[:, None], 2)


def any_limb(seed: int) -> tuple[float, Any, Any]:
    """From a child's to a giant's."""
    import numpy as np

    rng = np.random.default_rng(1000 + seed)
    calf = rng.uniform(200, 520)
    ankle = rng.uniform(150, min(330, 0.8 * calf))
    return limb(rng.uniform(200, 480), ankle, calf, rng.uniform(0.85, 1.02) * calf, seed, int(rng.integers(48, 128)))
