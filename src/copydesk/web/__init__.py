"""ASGI: sockets, headers, bodies, threads. The only room that awaits."""
