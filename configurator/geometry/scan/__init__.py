"""From the bytes of a body scan to a limb: reading, proposing how it stands, cleaning. Needs no kernel, runs in workers."""
