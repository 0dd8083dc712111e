"""The geometry server: pictures in, meshes out, over plain HTTP and a shared file system.

It makes nothing itself: each item becomes a request in the log, which the mesh consumers work on.
"""
