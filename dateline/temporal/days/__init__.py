"""Arithmetic with days."""
