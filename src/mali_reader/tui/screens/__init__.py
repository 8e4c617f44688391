"""One file a screen, its style sheet beside it. Screens talk to the workspace and to widgets, never to each other."""
