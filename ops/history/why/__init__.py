"""`scenestream why`: how a thing of a scene came to be, from the spoken word to the mesh.

``subject`` says what is meant, ``record`` and ``chain`` find what led to it, ``telling`` prints.
"""
