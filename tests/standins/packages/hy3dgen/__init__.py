"""A stand-in for Hunyuan3D-2's package as of commit 9bcf302: shapes, post-processors, painting."""
