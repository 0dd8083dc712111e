"""`scenestream debug`: a recorded step runs again, here, and nothing is written.

``finding`` finds the step, ``trial`` runs it, ``verdict`` compares, ``telling`` prints.
"""
