"""Strings in, strings out: how WordPress renders, cleans and names things, as pure functions."""
