"""What designers see: templates and what is proven of them, a sandbox, sweeps, differences. Only where `access` allows it."""
