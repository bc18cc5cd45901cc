"""Drawings of a product: a sheet of each made part and one of the whole, as PDF, DXF and SVG.

It combines views (geometry), what is controlled (product) and sheets (exchange); it knows no template.
"""
