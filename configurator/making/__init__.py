"""What it takes to make a product: bill of materials, numbers to confirm. Judges plain values, knows no kernel."""
