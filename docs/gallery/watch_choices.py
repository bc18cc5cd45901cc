"""What is built for the pictures of watches, as `configurator build` takes it."""

from __future__ import annotations

Choices = dict[str, str | float]

DRESS: Choices = {
    "movement": "RONDA 505", "case_diameter": 35, "opening": 27, "depth": 1.9, "lug_to_lug": 43, "lug_width": 18,
    "bezel_style": "domed", "bezel_height": 1.9, "lug_style": "curved", "water_resistance": "3 bar",
    "crown_diameter": 4.6, "metal": "Au750 3N", "finish": "polished", "dial_colour": "ivory"}
DIVER: Choices = {
    "movement": "SW200-1", "case_diameter": 42.5, "opening": 31, "depth": 2.4, "lug_to_lug": 50.5, "lug_width": 22,
    "bezel_style": "stepped", "bezel_height": 2.6, "lug_style": "facetted", "water_resistance": "20 bar",
    "crown_diameter": 7, "metal": "Ti grade 5", "finish": "brushed", "dial_colour": "black"}
FLUTED: Choices = {
    "movement": "SW200-1", "case_diameter": 39, "opening": 29.5, "depth": 2.1, "lug_to_lug": 47, "lug_width": 20,
    "bezel_style": "fluted", "bezel_height": 2.2, "lug_style": "chamfered", "water_resistance": "5 bar",
    "crown_diameter": 6, "metal": "Pt950 Ru", "finish": "polished", "dial_colour": "blue"}
FIELD: Choices = {
    "movement": "SW200-1", "case_diameter": 39.5, "opening": 31, "depth": 2.2, "lug_to_lug": 47.5, "lug_width": 20,
    "bezel_style": "domed", "bezel_height": 2.0, "lug_style": "chamfered", "water_resistance": "10 bar",
    "crown_diameter": 6.4, "metal": "CuSn8", "finish": "brushed", "dial_colour": "green"}
DISPLAY: Choices = {
    "movement": "SW200-1", "case_diameter": 40, "opening": 29, "depth": 2.2, "lug_to_lug": 48, "lug_width": 20,
    "bezel_style": "domed", "bezel_height": 2.0, "lug_style": "chamfered", "water_resistance": "5 bar",
    "crown_diameter": 6, "metal": "316L", "finish": "brushed", "dial_colour": "silver", "back_style": "display",
    "engraving": "Pour Élodie, 21.6.2026", "lettering": "serif", "letter_height": 2.1}

WATCHES: dict[str, tuple[str, Choices]] = {
    "watch dress": ("watch_case", DRESS), "watch diver": ("watch_case", DIVER), "watch fluted": ("watch_case", FLUTED),
    "watch field": ("watch_case", FIELD), "watch display": ("watch_case", DISPLAY)}
