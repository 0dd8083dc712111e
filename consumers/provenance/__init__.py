"""How pictures and meshes came to be: said when they are made, and written into their bytes."""
