"""A template's design space as a search problem: its parameters' candidates and its rules."""

from __future__ import annotations

from configurator.space.search import Constraint, Problem, Variable

from .product import Product


def problem(template: type[Product]) -> Problem:
    """Variables and constraints of a template, for searching and sampling."""
    variables = [Variable(name, parameter.candidates(), parameter.ordered)
                 for name, parameter in template.parameters.items()]
    return Problem(variables, [Constraint(each.name, each.scope, each.holds, each.margin) for each in template.rules])
