"""Whole texts about a scene: who stands where, in what setting and light; wishes and relations."""
