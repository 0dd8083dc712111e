"""Around the product: the command line, the running stack, clients, benchmarks, chaos."""
