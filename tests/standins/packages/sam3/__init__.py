"""A stand-in for facebookresearch/sam3 at commit 99d02f2: finds things by their colours' names."""
