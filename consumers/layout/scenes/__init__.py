"""From a layout to scene nodes and back: the shell, light, colours; certificates of scenes."""
