"""Sessions as files: making one, checking one, importing one."""
