"""What has to be quick: evaluation, propagation and search over tapes, compiled once for all templates.

A tape is a tuple of arrays, the same for every template: a new or edited template waits for no compiler. Its parts, by
place: 0 nodes, (n, 7) whole numbers: operation, three arguments (nodes), and of a table its variable, its begin in the
tables, and whether it rises (1) or falls (-1); 1 numbers, (n, 3): constant, or the bounds of a span, or in the last two the
step of a rounding as whole / parts; 2 tables; 3 where each variable's values begin in a domain; 4 the root node of each
rule; 5 and 6 nodes that depend on each variable; 7 and 8 rules that do; 9 and 10 variables of each rule. Lists of lists are
flat, with an array of where each begins.
"""
